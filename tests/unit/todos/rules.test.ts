import { describe, expect, test } from "vitest";
import type { SummaryStatus } from "@/generated/prisma/enums";
import { type ExpectedPlan, planTodos } from "@/lib/todos/rules/secretary";
import { type CommitteePlan, followUps, missingPlans, quartersToHavePlans } from "@/lib/todos/rules/staff";
import { byDueDay, byUrgency, type Todo } from "@/lib/todos/rules/todo";

const q4 = { year: 2026, quarter: 4 as const };

describe("what a plan asks of a branch", () => {
  const asked = (day: string, facts: Partial<ExpectedPlan> = {}, ahead = 14) =>
    planTodos(
      "b",
      {
        ...q4,
        id: "p",
        title: "计划",
        committeeId: "c",
        summaryDueOn: "2027-01-10",
        isTakenOver: true,
        summaryStatus: null,
        openTasks: [],
        ...facts,
      },
      day,
      ahead,
    ).map(({ kind, isOverdue }) => (isOverdue ? `${kind} late` : kind));

  test.each([
    ["2026-12-17", []],
    ["2026-12-18", ["SUMMARY"]],
    ["2027-01-10", ["SUMMARY"]],
    ["2027-01-11", ["SUMMARY late"]],
  ])(
    "the summary is asked for from the quarter's last 14 days on, and late the day after the deadline: %s",
    (day, kinds) => {
      expect(asked(day)).toEqual(kinds);
    },
  );

  test.each([
    ["2026-11-27", ["TASK"]],
    ["2026-11-26", []],
    ["2026-12-11", ["TASK"]],
    ["2026-12-12", ["TASK late"]],
  ])("a task is asked for 14 days before it is due, and late the day after: %s", (day, kinds) => {
    expect(asked(day, { openTasks: [{ title: "主题党日", dueOn: "2026-12-11" }] })).toEqual(kinds);
  });

  test.each<[SummaryStatus | null, string[]]>([
    [null, ["TAKE_OVER", "SUMMARY late"]],
    ["DRAFT", ["TAKE_OVER", "SUMMARY late"]],
    ["SUBMITTED", []],
    ["SENT_BACK", ["SUMMARY_SENT_BACK"]],
    ["ACCEPTED", []],
  ])("with a summary that is %s", (summaryStatus, kinds) => {
    expect(asked("2027-02-01", { summaryStatus, isTakenOver: false })).toEqual(kinds);
  });

  test("looks further ahead for reminders", () => {
    expect(asked("2026-11-11", {}, 60)).toEqual(["SUMMARY"]);
    expect(asked("2026-11-10", {}, 60)).toEqual([]);
  });
});

describe("plans that are missing", () => {
  test.each([
    ["2026-12-17", 1],
    ["2026-12-18", 2],
    ["2026-12-31", 2],
    ["2027-01-01", 1],
  ])("the next quarter counts from the present one's last 14 days on: %s", (day, count) => {
    expect(quartersToHavePlans(day)).toHaveLength(count);
  });

  test("one committee is led to its draft or a new one, several to the list", () => {
    const draft = { ...running, id: "d", status: "DRAFT" as const };
    const hrefs = (committeeIds: string[], plans: CommitteePlan[]) =>
      missingPlans(committeeIds, plans, "2026-11-27").map(({ href }) => href);
    expect(hrefs(["c"], [draft])).toEqual(["/plans/d"]);
    expect(hrefs(["c"], [])).toEqual(["/plans/new"]);
    expect(hrefs(["c", "other"], [])).toEqual(["/plans?year=2026"]);
    expect(hrefs(["c"], [{ ...running, status: "CLOSED" }])).toEqual([]);
    expect(hrefs([], [])).toEqual([]);
  });
});

const running: CommitteePlan = {
  ...q4,
  id: "p",
  committeeId: "c",
  status: "PUBLISHED",
  summaryDueOn: "2027-01-10",
  bulletin: null,
  notTakenOver: 2,
  unsubmitted: 3,
};

describe("what published plans ask of staff", () => {
  const asked = (day: string, plans: CommitteePlan[] = [running]) => followUps(plans, day).map(({ kind }) => kind);

  test.each([
    ["2026-12-31", ["NOT_TAKEN_OVER"]],
    ["2027-01-10", []],
    ["2027-01-11", ["SUMMARY_MISSING", "BULLETIN"]],
  ])("take-over within the quarter, missing summaries and the bulletin after the deadline: %s", (day, kinds) => {
    expect(asked(day)).toEqual(kinds);
  });

  test("a closed plan still needs its bulletin, a published bulletin nothing, a draft neither", () => {
    expect(asked("2027-02-01", [{ ...running, status: "CLOSED" }])).toEqual(["BULLETIN"]);
    expect(asked("2027-02-01", [{ ...running, status: "CLOSED", bulletin: { id: "b", status: "PUBLISHED" } }])).toEqual(
      [],
    );
    expect(asked("2027-02-01", [{ ...running, status: "DRAFT" }])).toEqual([]);
  });

  test("a bulletin is drafted, and then published", () => {
    const led = (...plans: CommitteePlan[]) => followUps(plans, "2027-02-01").find(({ kind }) => kind === "BULLETIN");
    const draft = { id: "b", status: "DRAFT" as const };
    expect(led(running)?.href).toBe("/bulletins/new?plan=p");
    expect(led({ ...running, bulletin: draft })).toMatchObject({ text: "印发2026年第4季度通报", href: "/bulletins/b" });
    expect(led({ ...running, id: "q", bulletin: draft }, running)?.href).toBe("/bulletins/new?plan=p");
    expect(led({ ...running, bulletin: draft }, { ...running, bulletin: draft })?.href).toBe("/bulletins?status=DRAFT");
  });

  test("several committees of one quarter are one to-do", () => {
    const todos = followUps([running, { ...running, id: "q", committeeId: "d" }], "2027-01-11");
    expect(todos.map(({ text }) => text)).toEqual([
      "6 个党支部逾期未报2026年第4季度总结",
      "起草2026年第4季度通报（2 份）",
    ]);
  });
});

test("the late come first, then by due day, and what has none last", () => {
  const todo = (text: string, dueOn: string | null, isOverdue = false): Todo => ({
    ...{ kind: "TASK", text, href: "/", dueOn, isOverdue },
  });
  const sorted = byDueDay([
    todo("none", null),
    todo("later", "2026-12-02"),
    todo("sooner", "2026-12-01"),
    todo("late", "2026-11-01", true),
    todo("late without a day", null, true),
  ]);
  expect(sorted.map(({ text }) => text)).toEqual(["late", "late without a day", "sooner", "later", "none"]);
  const groups = byUrgency(sorted).map(([urgency, group]) => [urgency, group.map(({ text }) => text)]);
  expect(groups).toEqual([
    ["OVERDUE", ["late", "late without a day"]],
    ["DATED", ["sooner", "later"]],
    ["OPEN", ["none"]],
  ]);
  expect(byUrgency([])).toEqual([]);
});

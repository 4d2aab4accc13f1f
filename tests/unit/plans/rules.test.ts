import { describe, expect, test } from "vitest";
import type { Day, Quarter } from "@/lib/calendar";
import {
  dueDays,
  isExplained,
  movedDueOn,
  neighbour,
  planText,
  proposedTitle,
  recordFits,
  summaryDueDays,
  summaryDueOn,
  type TaskState,
  taskChanges,
  taskState,
  tasksByKind,
} from "@/lib/plans/rules";

const q = (text: string): Quarter => ({
  year: Number(text.slice(0, 4)),
  quarter: Number(text[5]) as Quarter["quarter"],
});

describe("summary deadline: that day of the month after the quarter", () => {
  test.each([
    ["2026Q4", 10, "2027-01-10"],
    ["2026Q1", 31, "2026-04-30"],
    ["2026Q3", 31, "2026-10-31"],
    ["2026Q4", 1, "2027-01-01"],
  ])("%s, day %i", (quarter, day, due) => expect(summaryDueOn(q(quarter), day)).toBe(due));
});

describe("a due day keeps its place in another quarter", () => {
  const far: Day = "2099-12-31";
  test.each<[string, Day, string, string, Day]>([
    ["same month of the quarter, same day", "2026-02-15", "2026Q1", "2026Q2", "2026-05-15"],
    ["over a year's end", "2026-11-20", "2026Q4", "2027Q1", "2027-02-20"],
    ["back to an earlier quarter", "2026-11-20", "2026Q4", "2025Q3", "2025-08-20"],
    ["a month's end stays a month's end", "2026-06-30", "2026Q2", "2026Q3", "2026-09-30"],
    ["a short month's end becomes a long month's end", "2026-02-28", "2026Q1", "2026Q2", "2026-05-31"],
    ["the 28th of a leap February is no month's end", "2028-02-28", "2028Q1", "2028Q2", "2028-05-28"],
    ["a leap day is one", "2028-02-29", "2028Q1", "2028Q3", "2028-08-31"],
    ["a day that the month lacks becomes its last", "2026-11-30", "2026Q4", "2027Q1", "2027-02-28"],
    ["in a leap year too", "2027-11-29", "2027Q4", "2028Q1", "2028-02-29"],
    ["31 to a month of 30", "2026-03-31", "2026Q1", "2026Q2", "2026-06-30"],
    ["after the quarter, with the summary", "2027-01-08", "2026Q4", "2027Q1", "2027-04-08"],
    ["the same quarter", "2026-12-05", "2026Q4", "2026Q4", "2026-12-05"],
  ])("%s", (_case, dueOn, from, to, moved) => expect(movedDueOn(dueOn, q(from), q(to), far)).toBe(moved));

  test("nothing is due after the summary", () => {
    expect(movedDueOn("2027-01-15", q("2026Q4"), q("2027Q1"), "2027-04-10")).toBe("2027-04-10");
  });
});

test("a task is due from the quarter's first day to the summary's deadline", () => {
  expect(dueDays(q("2026Q4"), "2027-01-10")).toEqual({ from: "2026-10-01", to: "2027-01-10" });
});

test("a summary is due in the quarter's last month or the quarter after it", () => {
  expect(summaryDueDays(q("2026Q4"))).toEqual({ from: "2026-12-01", to: "2027-03-31" });
  expect(summaryDueDays(q("2027Q4")).to).toBe("2028-03-31");
  expect(summaryDueDays(q("2026Q3")).to).toBe("2026-12-31");
});

test("a plan is called after its quarter", () => {
  expect(proposedTitle(q("2026Q4"))).toBe("2026年第四季度党建工作计划");
});

describe("a task moves one place", () => {
  const tasks = [
    { id: "b", position: 5 },
    { id: "a", position: 2 },
    { id: "c", position: 9 },
  ];
  test.each([
    ["a", "up", null],
    ["a", "down", "b"],
    ["b", "up", "a"],
    ["b", "down", "c"],
    ["c", "down", null],
    ["gone", "up", null],
  ] as const)("%s %s", (id, direction, other) => expect(neighbour(tasks, id, direction)?.id ?? null).toBe(other));
});

describe("an amendment says what changed of a task", () => {
  const before = { title: "专题学习", detail: "", dueOn: "2026-10-31" };
  test("nothing where the form says what stands", () => {
    expect(taskChanges(before, { ...before, isWithdrawn: false })).toEqual([]);
  });
  test("each field with what stood there", () => {
    expect(taskChanges(before, { title: "专题学习", detail: "自学", dueOn: "2026-11-15", isWithdrawn: false })).toEqual(
      [
        { task: "专题学习", change: "任务要求", before: "", after: "自学" },
        { task: "专题学习", change: "完成期限", before: "2026-10-31", after: "2026-11-15" },
      ],
    );
  });
  test("a task taken back is only that", () => {
    expect(taskChanges(before, { ...before, dueOn: "2026-11-15", isWithdrawn: true })).toEqual([
      { task: "专题学习", change: "取消任务", before: "专题学习", after: null },
    ]);
  });
});

describe("a record fits a task of its quarter", () => {
  const task = { evidence: "ORG_LIFE" as const, recordKinds: ["PARTY_LECTURE" as const] };
  const held = (heldOn: Day) => ({ kinds: ["THEME_DAY" as const, "PARTY_LECTURE" as const], heldOn });
  test.each([
    ["the quarter's first day", "2026-10-01", true],
    ["its last day", "2026-12-31", true],
    ["the day before", "2026-09-30", false],
    ["the day after", "2027-01-01", false],
  ])("%s", (_case, day, fits) => expect(recordFits(task, q("2026Q4"), held(day))).toBe(fits));
  test("not one of another kind", () => {
    expect(recordFits(task, q("2026Q4"), { kinds: ["THEME_DAY"], heldOn: "2026-10-05" })).toBe(false);
  });
  test("not a task that asks for a report", () => {
    expect(recordFits({ ...task, evidence: "REPORT" }, q("2026Q4"), held("2026-10-05"))).toBe(false);
  });
});

describe("the state of a task", () => {
  const task = { dueOn: "2026-10-31", evidence: "ORG_LIFE" as const };
  const nothing = { isWaived: false, hasEvidence: false, hasResult: false };
  test.each([
    ["open on its due day", nothing, "2026-10-31", "OPEN"],
    ["late the day after", nothing, "2026-11-01", "LATE"],
    ["done by a record, late or not", { ...nothing, hasEvidence: true }, "2026-11-01", "DONE"],
    ["a sentence explains and does not fulfil", { ...nothing, hasResult: true }, "2026-10-01", "OPEN"],
    ["explained and late", { ...nothing, hasResult: true }, "2026-11-01", "LATE"],
    ["does not apply", { ...nothing, isWaived: true }, "2026-11-01", "WAIVED"],
    [
      "what was done is done, although it was said not to apply",
      { ...nothing, isWaived: true, hasEvidence: true },
      "2026-11-01",
      "DONE",
    ],
  ] as const)("%s", (_case, found, day, state) => expect(taskState(task, found, day)).toBe(state));
});

describe("completeness comes from evidence, not from a sentence", () => {
  const said = { isWaived: false, hasEvidence: false, hasResult: true };
  test.each([
    ["REPORT", "DONE"],
    ["ORG_LIFE", "OPEN"],
    ["ACTIVITY", "OPEN"],
  ] as const)("a task that asks for %s is %s", (evidence, state) => {
    expect(taskState({ dueOn: "2026-10-31", evidence }, said, "2026-10-01")).toBe(state);
  });
  test("only what stays open is explained", () => {
    const explained = (state: TaskState, result: string | null) => isExplained({ state, result });
    expect([explained("OPEN", "因故改期"), explained("LATE", "因故改期")]).toEqual([true, true]);
    expect([explained("DONE", "已完成"), explained("WAIVED", "无"), explained("OPEN", null)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

test("the text of a plan has its tasks by kind, in the plan's order", () => {
  const tasks = [
    { id: 1, kind: "PRIORITY" as const },
    { id: 2, kind: "STUDY" as const },
    { id: 3, kind: "PRIORITY" as const },
  ];
  expect(tasksByKind(tasks).map(({ kind, tasks: some }) => [kind, some.map(({ id }) => id)])).toEqual([
    ["STUDY", [2]],
    ["PRIORITY", [1, 3]],
  ]);
});

test("a plan's text: the general part, tasks by kind, how each is shown, and when the summary is due", () => {
  const task = { detail: "", dueOn: "2026-12-15", isMandatory: true, recordKinds: [] };
  const tasks = [
    { ...task, kind: "PRIORITY" as const, title: "走访企业", isMandatory: false, evidence: "REPORT" as const },
    {
      ...task,
      kind: "STUDY" as const,
      title: "专题学习",
      detail: "读原文。",
      evidence: "ORG_LIFE" as const,
      recordKinds: ["THEME_DAY" as const, "PARTY_LECTURE" as const],
    },
  ];
  const blocks = planText({ guidance: "抓好学习。", tasks, summaryDueOn: "2027-01-10" });
  expect(blocks.map((block) => (block.kind === "table" ? "" : block.text))).toEqual([
    "总体要求",
    "抓好学习。",
    "学习内容",
    "专题学习",
    "读原文。",
    "2026年12月15日前完成。完成依据：组织生活记录（主题党日、党课）。",
    "重点任务",
    "走访企业",
    "选做。2026年12月15日前完成。完成依据：在总结中说明。",
    "总结报送",
    "各党支部请于2027年1月10日前报送本季度总结。",
  ]);
  expect(planText({ guidance: " ", tasks: [], summaryDueOn: "2027-01-10" })).toHaveLength(2);
});

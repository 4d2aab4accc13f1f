import { beforeEach, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { todosOf } from "@/lib/todos/queries/todos-of";
import type { Todo } from "@/lib/todos/rules/todo";
import { secretaryOf } from "@/tests/support/actors";
import { activity } from "@/tests/support/factories/activities";
import { orgLifeRecord, plan, summary } from "@/tests/support/factories/quarter";
import { branch, committee, member } from "@/tests/support/factories/registers";

const day = "2026-11-27";
const q4 = { year: 2026, quarter: 4 as const };
const q3 = { year: 2026, quarter: 3 as const };
const kinds = (todos: Todo[]) => todos.map(({ kind }) => kind);
const only = (todos: Todo[], kind: Todo["kind"]) => todos.filter((todo) => todo.kind === kind);

let committeeId: string;
let own: { id: string; name: string };

beforeEach(async () => {
  committeeId = (await committee()).id;
  own = await branch({ committeeId, termEndsOn: "2030-01-01" });
});

describe("a secretary", () => {
  const secretary = () => secretaryOf(own.id, { day });
  const theirPlan = (facts: Partial<Parameters<typeof plan>[0]> = {}) =>
    plan({ ...q4, committeeId, expects: [own], tasks: [{ dueOn: "2026-12-05", title: "主题党日" }], ...facts });

  test("takes the plan over and does its mandatory tasks that are late or due within 14 days", async () => {
    const { id } = await theirPlan({
      tasks: [
        { dueOn: "2026-11-20", title: "专题党课" },
        { dueOn: "2026-12-11", title: "主题党日" },
        { dueOn: "2026-12-12", title: "以后再说" },
        { dueOn: "2026-12-01", title: "可选", isMandatory: false },
      ],
    });
    expect(await todosOf(secretary())).toEqual([
      {
        kind: "TASK",
        text: "完成任务：专题党课",
        href: `/plans/${id}`,
        dueOn: "2026-11-20",
        isOverdue: true,
        committeeId,
      },
      expect.objectContaining({ text: "完成任务：主题党日", dueOn: "2026-12-11", isOverdue: false }),
      expect.objectContaining({ kind: "TAKE_OVER", href: `/plans/${id}`, dueOn: null }),
    ]);
  });

  test("is done with a task that has a record, an activity or the sentence asked for; not by another branch's, a withdrawn one, a mere sentence", async () => {
    const other = await branch({ committeeId, termEndsOn: "2030-01-01" });
    const asks = { 乙: "REPORT", 己: "ACTIVITY" } as const;
    const tasks = (["甲", "乙", "丙", "丁", "戊", "己"] as const).map((title) => ({
      title,
      dueOn: "2026-12-05",
      evidence: title in asks ? asks[title as keyof typeof asks] : ("ORG_LIFE" as const),
    }));
    const { id, tasks: made } = await theirPlan({ expects: [own, other], tasks });
    const [byRecord, byResult, byOther, byWithdrawn, byWords, byActivity] = made.map((task) => task.id);
    await orgLifeRecord({ branchId: own.id, heldOn: "2026-11-01", taskIds: [byRecord ?? ""] });
    await orgLifeRecord({ branchId: other.id, heldOn: "2026-11-01", taskIds: [byOther ?? ""] });
    const withdrawn = await orgLifeRecord({ branchId: own.id, heldOn: "2026-11-02", taskIds: [byWithdrawn ?? ""] });
    await db.orgLifeRecord.update({ where: { id: withdrawn.id }, data: { withdrawnAt: new Date() } });
    const draft = await summary({ planId: id, branchId: own.id });
    for (const taskId of [byResult ?? "", byWords ?? ""]) {
      await db.summaryTaskResult.create({ data: { summaryId: draft.id, taskId, text: "已完成" } });
    }
    const branches = { [own.id]: 3, [other.id]: 2 };
    await activity({ committeeId, status: "HELD", taskId: byActivity ?? "", startsOn: "2026-11-03", branches });
    expect(only(await todosOf(secretary()), "TASK").map(({ text }) => text)).toEqual([
      "完成任务：丙",
      "完成任务：丁",
      "完成任务：戊",
    ]);
  });

  test("submits the summary, mends what came back, and is left alone once it is in", async () => {
    const { id } = await theirPlan({ ...q3, tasks: [{ dueOn: "2026-09-30" }] });
    const { id: secondBranch } = await branch({ committeeId });
    const due = only(await todosOf(secretary()), "SUMMARY");
    expect(due).toMatchObject([
      { text: "报送2026年第3季度总结", href: `/summaries/${id}/${own.id}`, dueOn: "2026-10-10", isOverdue: true },
    ]);
    await summary({ planId: id, branchId: own.id, status: "SENT_BACK", submittedOn: "2026-10-09" });
    expect(await todosOf(secretary())).toMatchObject([{ kind: "SUMMARY_SENT_BACK", isOverdue: false }]);
    await db.quarterlySummary.updateMany({ where: { planId: id }, data: { status: "SUBMITTED" } });
    expect(await todosOf(secretary())).toEqual([]);
    expect(await todosOf(secretaryOf(secondBranch, { day: "2024-01-02" }))).toEqual([]);
  });

  test("hears of an election six months ahead and of a probation sixty days ahead, unless silenced", async () => {
    await db.branchTerm.updateMany({ where: { branchId: own.id }, data: { endsOn: toDate("2027-05-27") } });
    const near = await member({ branchId: own.id, name: "何静", stage: "PROBATIONARY", joinedOn: "2026-01-26" });
    await member({ branchId: own.id, stage: "PROBATIONARY", joinedOn: "2026-01-27" });
    expect(await todosOf(secretary())).toMatchObject([
      { kind: "PROBATION", text: "何静预备期满，按时讨论转正", href: `/members/${near.id}`, dueOn: "2027-01-26" },
      { kind: "TERM", dueOn: "2027-05-27", isOverdue: false },
    ]);
    const silence = { branchId: own.id, until: toDate("2026-12-31"), reason: "已安排", byName: "工作人员" };
    await db.findingSilence.createMany({
      data: [
        { ...silence, rule: "probation", subjectId: near.id },
        { ...silence, rule: "electionReminder", subjectId: own.id },
      ],
    });
    expect(await todosOf(secretary())).toEqual([]);
  });

  test("of two branches is told which one; sees nothing of a third, of drafts and of closed plans", async () => {
    const second = await branch({ committeeId, termEndsOn: "2030-01-01" });
    const third = await branch({ committeeId, termEndsOn: "2026-01-01" });
    await theirPlan({ expects: [own, second, third], tasks: [{ dueOn: "2027-12-31" }] });
    await theirPlan({ year: 2026, quarter: 1, status: "DRAFT", expects: [own] });
    await theirPlan({ year: 2026, quarter: 2, status: "CLOSED", expects: [own] });
    const todos = await todosOf(secretaryOf([own.id, second.id], { day }));
    expect(kinds(todos)).toEqual(["TAKE_OVER", "TAKE_OVER"]);
    expect(todos.map(({ text }) => text.split("：")[0]).toSorted()).toEqual([own.name, second.name].toSorted());
  });
});

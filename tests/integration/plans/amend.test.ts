import { describe, expect, test } from "vitest";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { amendPlan } from "@/lib/plans/commands/amend-plan";
import type { PlanAmendmentInput } from "@/lib/plans/schema";
import { castOf, day, planRow, quarter, refusal, trailOf } from "@/tests/integration/plans/cast";
import { withForm } from "@/tests/support/actors";
import { plan, summary } from "@/tests/support/factories/quarter";
import { account, branch } from "@/tests/support/factories/registers";

/** A published plan of two tasks, expected of the cast's branch. */
async function published() {
  const cast = await castOf();
  const expects = [await db.branch.findUniqueOrThrow({ where: { id: cast.branchId } })];
  const tasks = [
    { title: "甲", dueOn: "2026-11-30" },
    { title: "乙", dueOn: "2026-12-15" },
  ];
  const { id, version, tasks: made } = await plan({ ...quarter, committeeId: cast.committeeId, tasks, expects });
  return { ...cast, id, version, taskIds: made.map((task) => task.id) };
}

function asked(to: { id: string; version: number }, more: Partial<PlanAmendmentInput>): PlanAmendmentInput {
  const nothing = { tasks: [], newTask: null, addedBranchIds: [], removedBranchIds: [] };
  return { id: to.id, version: to.version, reason: "工作需要", ...nothing, ...more };
}

const wish = (taskId = "", more = {}) => ({
  taskId,
  title: "甲",
  detail: "",
  dueOn: "2026-11-30",
  isWithdrawn: false,
  ...more,
});
const extra = {
  kind: "PRIORITY" as const,
  title: "丙",
  detail: "",
  dueOn: "2026-12-20",
  isMandatory: true,
  evidence: "REPORT" as const,
  recordKinds: [],
};

describe("an amendment", () => {
  test("changes, takes back and adds tasks under one number, with the reason, and tells the secretaries", async () => {
    const plan = await published();
    const [first, second] = plan.taskIds;
    const reader = await account({ grants: [{ role: "SECRETARY", branchId: plan.branchId }] });
    const tasks = [wish(first, { dueOn: "2026-12-05" }), wish(second, { title: "乙", isWithdrawn: true })];
    await amendPlan(plan.staff, asked(plan, { tasks, newTask: extra }));
    const row = await planRow(plan.id);
    expect(row.tasks.map((task) => [task.title, toDay(task.dueOn), task.addedIn, task.withdrawnIn])).toEqual([
      ["甲", "2026-12-05", null, null],
      ["乙", "2026-12-15", null, 1],
      ["丙", "2026-12-20", 1, null],
    ]);
    expect(row.amendments).toMatchObject([
      {
        number: 1,
        reason: "工作需要",
        byId: plan.staff.userId,
        changes: [
          { task: "甲", change: "完成期限", before: "2026-11-30", after: "2026-12-05" },
          { task: "乙", change: "取消任务" },
          { task: "丙", change: "新增任务" },
        ],
      },
    ]);
    expect(await db.notification.findMany({ where: { userId: reader.id } })).toMatchObject([{ kind: "PLAN_AMENDED" }]);
    expect(await trailOf(plan.id)).toMatchObject([{ action: "plan.amend", reason: "工作需要" }]);
  });

  test("takes the next number, and is told each time", async () => {
    const plan = await published();
    const reader = await account({ grants: [{ role: "SECRETARY", branchId: plan.branchId }] });
    await amendPlan(plan.staff, asked(plan, { newTask: extra }));
    await amendPlan(plan.staff, asked({ ...plan, version: plan.version + 1 }, { newTask: { ...extra, title: "丁" } }));
    expect((await planRow(plan.id)).amendments.map(({ number }) => number)).toEqual([1, 2]);
    expect(await db.notification.count({ where: { userId: reader.id } })).toBe(2);
  });

  test("of two people at once only one is written, and a double press writes one", async () => {
    const plan = await published();
    const input = asked(plan, { newTask: extra });
    const both = await Promise.allSettled([amendPlan(plan.staff, input), amendPlan(plan.staff, input)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const other = await published();
    const once = withForm(other.staff);
    await Promise.all([1, 2].map(() => amendPlan(once, asked(other, { newTask: extra }))));
    expect((await planRow(other.id)).amendments).toHaveLength(1);
  });

  test("refuses one that changes nothing, a due day outside, and a stale form", async () => {
    const plan = await published();
    const [first] = plan.taskIds;
    const amend = (more: Partial<PlanAmendmentInput>) => amendPlan(plan.staff, asked(plan, more));
    await expect(amend({ tasks: [wish(first)] })).rejects.toThrow("没有任何改动");
    await expect(amend({ tasks: [wish(first, { dueOn: "2027-01-11" })] })).rejects.toMatchObject(refusal("CONFLICT"));
    await expect(amend({ newTask: { ...extra, dueOn: "2026-09-30" } })).rejects.toMatchObject(refusal("CONFLICT"));
    const stale = asked({ ...plan, version: plan.version + 1 }, { newTask: extra });
    await expect(amendPlan(plan.staff, stale)).rejects.toMatchObject(refusal("CONFLICT"));
    expect((await planRow(plan.id)).amendments).toEqual([]);
  });

  test("leaves another plan's task alone", async () => {
    const plan = await published();
    const other = await published();
    const tasks = [wish(other.taskIds[0], { title: "改" })];
    await expect(amendPlan(plan.staff, asked(plan, { tasks }))).rejects.toThrow("没有任何改动");
    expect((await planRow(other.id)).tasks.map(({ title }) => title)).toEqual(["甲", "乙"]);
  });

  test("is the staff's alone, of a published plan alone", async () => {
    const plan_ = await published();
    for (const [who, actor] of plan_.refused) {
      const attempt = amendPlan(actor, asked(plan_, { newTask: extra }));
      await expect(attempt, who).rejects.toMatchObject(refusal("NOT_FOUND"));
    }
    for (const [index, status] of (["DRAFT", "CLOSED"] as const).entries()) {
      const other = await plan({ year: 2024, quarter: index === 0 ? 1 : 2, committeeId: plan_.committeeId, status });
      const attempt = amendPlan(plan_.staff, asked(other, { newTask: extra }));
      await expect(attempt).rejects.toMatchObject(refusal("WRONG_STATE"));
    }
  });
});

describe("the expected branches", () => {
  test("gain one founded after the publication, whose secretary is told", async () => {
    const plan = await published();
    const founded = await branch({ committeeId: plan.committeeId, foundedOn: "2026-11-20" });
    const reader = await account({ grants: [{ role: "SECRETARY", branchId: founded.id }] });
    const add = asked(plan, { addedBranchIds: [founded.id] });
    await amendPlan(plan.staff, add);
    const row = await planRow(plan.id);
    expect(row.expected.map(({ branchId }) => branchId).toSorted()).toEqual([plan.branchId, founded.id].toSorted());
    expect(row.amendments[0]?.changes).toEqual([
      { task: founded.name, change: "增加应报支部", before: null, after: founded.name },
    ]);
    expect(await db.notification.count({ where: { userId: reader.id } })).toBe(1);
    const again = amendPlan(plan.staff, { ...add, version: row.version });
    await expect(again).rejects.toMatchObject(refusal("CONFLICT"));
  });

  test("gain no branch of another committee and no dissolved one", async () => {
    const plan = await published();
    const foreign = await branch();
    const gone = await branch({ committeeId: plan.committeeId, dissolvedOn: day });
    for (const { id } of [foreign, gone]) {
      const attempt = amendPlan(plan.staff, asked(plan, { addedBranchIds: [id] }));
      await expect(attempt).rejects.toMatchObject(refusal("CONFLICT"));
    }
  });

  test("lose one dissolved since, with the draft that nobody will finish", async () => {
    const plan = await published();
    const { id: draftId } = await summary({ planId: plan.id, branchId: plan.branchId });
    const remove = asked(plan, { removedBranchIds: [plan.branchId] });
    await expect(amendPlan(plan.staff, remove)).rejects.toThrow("没有撤销");
    await dissolve(plan.branchId);
    await amendPlan(plan.staff, remove);
    expect((await planRow(plan.id)).expected).toEqual([]);
    expect(await db.quarterlySummary.count({ where: { id: draftId } })).toBe(0);
  });

  test("keep one that has reported", async () => {
    const plan = await published();
    await summary({ planId: plan.id, branchId: plan.branchId, status: "SUBMITTED", submittedOn: day });
    await dissolve(plan.branchId);
    const attempt = amendPlan(plan.staff, asked(plan, { removedBranchIds: [plan.branchId] }));
    await expect(attempt).rejects.toThrow("已报送过总结");
    expect((await planRow(plan.id)).expected).toHaveLength(1);
  });
});

function dissolve(id: string) {
  return db.branch.update({ where: { id }, data: { dissolvedOn: toDate(day), dissolveReason: "撤销" } });
}

import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { branchesShown, findPlanProgress, type PlanProgress } from "@/lib/plans/queries/plan-progress";
import { countReports } from "@/lib/plans/rules/progress";
import { progressList } from "@/lib/plans/schema/progress";
import { administrator, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { orgLifeRecord, plan, summary } from "@/tests/support/factories/quarter";
import { branch, committee } from "@/tests/support/factories/registers";

const day = "2026-10-15";
const quarter = { year: 2026, quarter: 3 } as const;

/** Four branches in a committee, named so that the order of names is known; the task of two kinds. */
async function world() {
  const committeeId = (await committee()).id;
  const names = ["阿尔法党支部", "贝塔党支部", "成都党支部", "德尔塔党支部"];
  const branches = [];
  for (const name of names) branches.push(await branch({ committeeId, name }));
  const shuffled = branches.toReversed();
  const made = await plan({
    committeeId,
    ...quarter,
    expects: shuffled,
    tasks: [
      { title: "主题党日" },
      { title: "选做活动", evidence: "ACTIVITY", isMandatory: false, dueOn: "2026-10-20" },
    ],
  });
  const [a, b, c, d] = branches.map(({ id }) => id) as [string, string, string, string];
  const [first, second] = made.tasks.map(({ id }) => id) as [string, string];
  await summary({ planId: made.id, branchId: a, status: "ACCEPTED", submittedOn: "2026-10-10" });
  await summary({ planId: made.id, branchId: b, status: "SUBMITTED", submittedOn: "2026-10-11" });
  await summary({ planId: made.id, branchId: c });
  await orgLifeRecord({ branchId: a, heldOn: "2026-08-01", taskIds: [first] });
  await db.taskWaiver.create({ data: { taskId: second, branchId: b, reason: "无场地", byName: "党支部书记" } });
  return { committeeId, planId: made.id, tasks: [first, second] as const, branchIds: [a, b, c, d] as const };
}

let given: Awaited<ReturnType<typeof world>>;
let progress: PlanProgress;
beforeAll(async () => {
  given = await world();
  progress = (await findPlanProgress(staffOf(given.committeeId, { day }), given.planId)) as PlanProgress;
});

describe("findPlanProgress", () => {
  test("lists every expected branch in name order, with its report and the state of each task", () => {
    expect(
      progress.branches.map(({ name, report, cells }) => [
        name,
        report?.status ?? null,
        cells.map(({ state }) => state),
      ]),
    ).toEqual([
      ["阿尔法党支部", "ACCEPTED", ["DONE", "OPEN"]],
      ["贝塔党支部", "SUBMITTED", ["LATE", "WAIVED"]],
      ["成都党支部", "DRAFT", ["LATE", "OPEN"]],
      ["德尔塔党支部", null, ["LATE", "OPEN"]],
    ]);
    const counts = countReports(
      progress.branches.map(({ report }) => report),
      progress.summaryDueOn,
    );
    expect(counts).toMatchObject({ expected: 4, received: 2, onTime: 1, late: 1, accepted: 1, missing: 2 });
  });

  test.each([
    [{ show: "missing" }, ["成都党支部", "德尔塔党支部"]],
    [{ show: "late" }, ["贝塔党支部"]],
  ])("a figure opens its branches: %o", (params, names) => {
    expect(branchesShown(progress, progressList.parse(params)).map(({ name }) => name)).toEqual(names);
  });

  test("a task's figure opens its branches, within those of a report's figure", () => {
    const [task] = given.tasks;
    const shown = (params: object) => branchesShown(progress, progressList.parse(params)).map(({ name }) => name);
    expect(shown({ task, state: "DONE" })).toEqual(["阿尔法党支部"]);
    expect(shown({ task, state: "LATE", show: "received" })).toEqual(["贝塔党支部"]);
    // Nonsense in the address filters nothing instead of failing.
    expect(shown({ task: "x", state: "y", show: "z" })).toHaveLength(4);
  });

  test("withdrawn tasks are not asked for", async () => {
    await db.planTask.update({ where: { id: given.tasks[1] }, data: { withdrawnIn: 1 } });
    const again = await findPlanProgress(staffOf(given.committeeId, { day }), given.planId);
    expect(again?.tasks.map(({ title }) => title)).toEqual(["主题党日"]);
    expect(again?.branches[0]?.cells).toHaveLength(1);
    await db.planTask.update({ where: { id: given.tasks[1] }, data: { withdrawnIn: null } });
  });

  test("is there for nobody but staff of the committee, and not for a draft", async () => {
    const { planId, branchIds, committeeId } = given;
    const others = [
      staffOf((await committee()).id, { day }),
      secretaryOf([...branchIds], { day }),
      instructorOf(branchIds[0], { day }),
      administrator({ day }),
      auditor({ day }),
    ];
    for (const actor of others) expect(await findPlanProgress(actor, planId)).toBeNull();
    const draft = await plan({ committeeId, year: 2027, quarter: 1, status: "DRAFT" });
    expect(await findPlanProgress(staffOf(committeeId, { day }), draft.id)).toBeNull();
    expect(await findPlanProgress(staffOf(committeeId, { day }), "no-id")).toBeNull();
  });
});

import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { findChecklists } from "@/lib/plans/queries/find-checklists";
import { findOverview, listTaskRows } from "@/lib/plans/queries/find-overview";
import { findPlan, listAmendments, listExpected, listSteps } from "@/lib/plans/queries/find-plan";
import { exportPlans, listPlans, planYears } from "@/lib/plans/queries/list-plans";
import { amendableBranches, copyChoices, plannedQuarters } from "@/lib/plans/queries/plan-choices";
import { planList } from "@/lib/plans/schema";
import { castOf, day, quarter } from "@/tests/integration/plans/cast";
import { secretaryOf, staffOf } from "@/tests/support/actors";
import { orgLifeRecord, plan, summary } from "@/tests/support/factories/quarter";
import { branch, committee } from "@/tests/support/factories/registers";

const list = (params: Record<string, string> = {}) => planList.parse(params);

/** A published plan expected of two branches, one of them the cast's, with a second and optional task. */
async function published() {
  const cast = await castOf();
  const own = await db.branch.findUniqueOrThrow({ where: { id: cast.branchId } });
  const other = await branch({ committeeId: cast.committeeId });
  const tasks = [
    { title: "主题党日", dueOn: "2026-11-20" },
    { title: "选做", isMandatory: false },
  ];
  const made = await plan({ ...quarter, committeeId: cast.committeeId, tasks, expects: [own, other] });
  const [task, optional] = made.tasks;
  return { ...cast, planId: made.id, other, taskId: task?.id ?? "", optionalId: optional?.id ?? "" };
}

describe("who finds which plan", () => {
  test("staff and the secretaries of expected branches; a draft the staff alone", async () => {
    const { staff, secretary, refused, planId, committeeId } = await published();
    expect(await findPlan(staff, planId)).toMatchObject({ id: planId, can: { amend: true, close: true, edit: false } });
    const read = await findPlan(secretary, planId);
    expect(Object.values(read?.can ?? { none: true })).not.toContain(true);
    const late = await branch({ committeeId });
    const strangers = refused.filter(([who]) => who !== "secretary").map(([, actor]) => actor);
    for (const actor of [secretaryOf(late.id, { day }), ...strangers]) {
      expect(await findPlan(actor, planId)).toBeNull();
      expect(await listAmendments(actor, planId)).toEqual([]);
      expect(await listSteps(actor, planId)).toEqual([]);
      expect(await listExpected(actor, planId)).toEqual([]);
    }
    const draft = await plan({ year: 2027, quarter: 1, committeeId, status: "DRAFT" });
    expect(await findPlan(secretary, draft.id)).toBeNull();
    expect(await findPlan(staff, draft.id)).toMatchObject({ can: { edit: true, publish: true, oversee: false } });
    expect(await findPlan(staff, "no-id")).toBeNull();
  });

  test("a secretary reads nothing of the other branches", async () => {
    const { secretary, branchId, planId } = await published();
    expect((await listExpected(secretary, planId)).map((row) => row.branchId)).toEqual([branchId]);
    expect((await listPlans(secretary, list())).rows).toMatchObject([
      { id: planId, expectedCount: 1, isManaged: false },
    ]);
  });

  test("staff above read the district's plans beside their own", async () => {
    const { planId, committeeId } = await published();
    const city = await committee();
    const own = await plan({ ...quarter, committeeId: city.id, status: "DRAFT" });
    const above = staffOf([city.id, committeeId], { day });
    expect((await listPlans(above, list())).rows.map(({ id }) => id).toSorted()).toEqual([planId, own.id].toSorted());
    expect((await listPlans(staffOf(city.id, { day }), list())).rows.map(({ id }) => id)).toEqual([own.id]);
  });
});

describe("the list", () => {
  test("has the newest quarter first, filters, turns round and counts", async () => {
    const { staff, committeeId, branchId, planId } = await published();
    const older = await plan({ year: 2025, quarter: 4, committeeId, status: "CLOSED" });
    const newer = await plan({ year: 2027, quarter: 1, committeeId, status: "DRAFT" });
    await db.planBranch.updateMany({ where: { planId, branchId }, data: { takenOverAt: new Date() } });
    await summary({ planId, branchId, status: "ACCEPTED", submittedOn: day });
    const idsOf = async (params: Record<string, string>) =>
      (await listPlans(staff, list(params))).rows.map(({ id }) => id);
    expect(await idsOf({})).toEqual([newer.id, planId, older.id]);
    expect(await idsOf({ sort: "quarter" })).toEqual([older.id, planId, newer.id]);
    expect(await idsOf({ year: "2025" })).toEqual([older.id]);
    expect(await idsOf({ status: "DRAFT" })).toEqual([newer.id]);
    expect(await idsOf({ q: "2026Q4" })).toEqual([planId]);
    expect(await idsOf({ q: "2025年第4" })).toEqual([older.id]);
    expect(await idsOf({ committee: (await committee()).id })).toEqual([]);
    expect(await planYears(staff)).toEqual([2027, 2026, 2025]);
    expect((await exportPlans(staff, list({ year: "2026" })))[0]).toMatchObject({
      taskCount: 2,
      expectedCount: 2,
      takenOverCount: 1,
      acceptedCount: 1,
    });
  });
});

describe("how a plan stands", () => {
  test("for the branch: what is there for each task, and what may be pressed", async () => {
    const { secretary, branchId, planId, taskId, optionalId } = await published();
    await orgLifeRecord({ branchId, heldOn: "2026-11-10", topic: "重温入党誓词", taskIds: [taskId] });
    const read = (await findPlan(secretary, planId)) ?? expect.fail();
    const [checklist, ...more] = await findChecklists(secretary, read);
    expect(more).toEqual([]);
    expect(checklist).toMatchObject({ branchId, can: { takeOver: true } });
    expect(checklist?.tasks).toMatchObject([
      { id: taskId, state: "DONE", records: [{ topic: "重温入党誓词" }], can: { waive: false, record: true } },
      { id: optionalId, state: "OPEN", can: { waive: true, unwaive: false } },
    ]);
  });

  test("for the branch: nothing to press once the summary is accepted", async () => {
    const { secretary, branchId, planId } = await published();
    await summary({ planId, branchId, status: "ACCEPTED", submittedOn: day });
    const read = (await findPlan(secretary, planId)) ?? expect.fail();
    const [checklist] = await findChecklists(secretary, read);
    expect(checklist?.tasks.flatMap(({ can }) => Object.values(can))).not.toContain(true);
  });

  test("for the staff: branches by task and tasks by branch", async () => {
    const { staff, secretary, branchId, other, planId, taskId, optionalId } = await published();
    await orgLifeRecord({ branchId, heldOn: "2026-11-10", taskIds: [taskId] });
    await db.taskWaiver.create({ data: { taskId: optionalId, branchId, reason: "无", byName: "书记" } });
    const read = (await findPlan(staff, planId)) ?? expect.fail();
    const overview = await findOverview(staff, read);
    expect(overview.tasks).toMatchObject([
      { doneCount: 1, lateCount: 1 },
      { waivedCount: 1, openCount: 1 },
    ]);
    const rowOf = (id: string) => overview.branches.find((row) => row.branchId === id);
    expect(rowOf(branchId)).toMatchObject({ doneCount: 1, waivedCount: 1 });
    expect(rowOf(other.id)).toMatchObject({ doneCount: 0, lateCount: 1 });
    expect((await listTaskRows(staff, planId, taskId)).map(({ state }) => state).toSorted()).toEqual(["DONE", "LATE"]);
    expect(await listTaskRows(secretary, planId, taskId)).toHaveLength(1);
  });
});

test("an amendment is offered the branches founded since and those dissolved since", async () => {
  const { staff, committeeId, planId, other } = await published();
  const founded = await branch({ committeeId, foundedOn: day });
  await branch({ committeeId, foundedOn: "2026-11-24" });
  await db.branch.update({ where: { id: other.id }, data: { dissolvedOn: new Date(`${day}T00:00:00Z`) } });
  expect(await amendableBranches(staff, { id: planId, committeeId })).toEqual({
    founded: [{ value: founded.id, label: founded.name }],
    dissolved: [{ value: other.id, label: other.name }],
  });
});

test("a new plan is offered the scope's plans to copy, and the quarters that are taken", async () => {
  const { staff, committeeId, planId } = await published();
  await plan({ ...quarter });
  expect((await copyChoices(staff)).map(({ value }) => value)).toEqual([planId]);
  expect(await plannedQuarters(staff, committeeId)).toEqual(new Set(["2026Q4"]));
});

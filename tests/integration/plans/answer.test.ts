import { describe, expect, test } from "vitest";
import type { PlanStatus } from "@/generated/prisma/enums";
import { db } from "@/lib/db/client";
import { takeOverPlan, unwaiveTask, waiveTask } from "@/lib/plans/commands/answer-plan";
import { castOf, day, planRow, quarter, refusal, trailOf } from "@/tests/integration/plans/cast";
import { secretaryOf, withForm } from "@/tests/support/actors";
import { plan, summary } from "@/tests/support/factories/quarter";
import { branch } from "@/tests/support/factories/registers";

/** A published plan with a mandatory task and one that is not, expected of the cast's branch. */
async function published(status: PlanStatus = "PUBLISHED") {
  const cast = await castOf();
  const expects = [await db.branch.findUniqueOrThrow({ where: { id: cast.branchId } })];
  const tasks = [{ title: "必做" }, { title: "选做", isMandatory: false }];
  const { id, tasks: made } = await plan({ ...quarter, committeeId: cast.committeeId, status, tasks, expects });
  const [mandatory, optional] = made.map((task) => task.id);
  return { ...cast, planId: id, mandatory: mandatory ?? "", optional: optional ?? "" };
}

describe("a branch takes the plan over", () => {
  test("once, under its secretary's name", async () => {
    const { secretary, planId, branchId } = await published();
    await takeOverPlan(secretary, { planId, branchId });
    const [expected] = (await planRow(planId)).expected;
    expect(expected).toMatchObject({ takenOverById: secretary.userId, takenOverByName: secretary.name });
    expect(expected?.takenOverAt).not.toBeNull();
    await expect(takeOverPlan(secretary, { planId, branchId })).rejects.toMatchObject(refusal("WRONG_STATE"));
    expect(await trailOf(planId)).toMatchObject([{ action: "plan.takeOver", actorId: secretary.userId }]);
  });

  test("once, when pressed twice", async () => {
    const { secretary, planId, branchId } = await published();
    const once = withForm(secretary);
    await Promise.all([takeOverPlan(once, { planId, branchId }), takeOverPlan(once, { planId, branchId })]);
    expect(await trailOf(planId)).toHaveLength(1);
  });

  test("by nobody else, and no branch that is not expected", async () => {
    const { staff, refused, planId, branchId, committeeId } = await published();
    const later = await branch({ committeeId });
    const strangers = refused.filter(([who]) => who !== "secretary").map(([, actor]) => actor);
    for (const actor of [staff, secretaryOf(later.id, { day }), ...strangers]) {
      await expect(takeOverPlan(actor, { planId, branchId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    }
    const both = secretaryOf([branchId, later.id], { day });
    await expect(takeOverPlan(both, { planId, branchId: later.id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  });

  test("neither as a draft nor closed", async () => {
    const draft = await published("DRAFT");
    await expect(takeOverPlan(draft.secretary, draft)).rejects.toMatchObject(refusal("NOT_FOUND"));
    const closed = await published("CLOSED");
    await expect(takeOverPlan(closed.secretary, closed)).rejects.toMatchObject(refusal("WRONG_STATE"));
  });
});

describe("a branch says that a task does not apply", () => {
  const reason = "支部没有预备党员";

  test("with a reason, and takes it back", async () => {
    const { secretary, planId, optional: taskId, branchId } = await published();
    await waiveTask(secretary, { taskId, branchId, reason });
    expect(await db.taskWaiver.findMany({ where: { taskId } })).toMatchObject([
      { branchId, reason, byId: secretary.userId, byName: secretary.name },
    ]);
    await expect(waiveTask(secretary, { taskId, branchId, reason })).rejects.toMatchObject(refusal("WRONG_STATE"));
    await unwaiveTask(secretary, { taskId, branchId });
    expect(await db.taskWaiver.count({ where: { taskId } })).toBe(0);
    await expect(unwaiveTask(secretary, { taskId, branchId })).rejects.toMatchObject(refusal("WRONG_STATE"));
    expect((await trailOf(planId)).map((entry) => [entry.action, entry.reason])).toEqual([
      ["plan.waiveTask", reason],
      ["plan.unwaiveTask", null],
    ]);
  });

  test("but not a mandatory one, and not one taken back by an amendment", async () => {
    const { secretary, mandatory, optional, branchId } = await published();
    const waive = (taskId: string) => waiveTask(secretary, { taskId, branchId, reason });
    await expect(waive(mandatory)).rejects.toMatchObject(refusal("WRONG_STATE"));
    await db.planTask.update({ where: { id: optional }, data: { withdrawnIn: 1 } });
    await expect(waive(optional)).rejects.toMatchObject(refusal("WRONG_STATE"));
  });

  test("not after the summary is accepted, yet while it is under review", async () => {
    const { secretary, planId, optional: taskId, branchId } = await published();
    const { id } = await summary({ planId, branchId, status: "SUBMITTED", submittedOn: day });
    await waiveTask(secretary, { taskId, branchId, reason });
    await db.quarterlySummary.update({ where: { id }, data: { status: "ACCEPTED" } });
    await expect(unwaiveTask(secretary, { taskId, branchId })).rejects.toMatchObject(refusal("WRONG_STATE"));
  });

  test("not in a closed plan", async () => {
    const { secretary, optional: taskId, branchId } = await published("CLOSED");
    await expect(waiveTask(secretary, { taskId, branchId, reason })).rejects.toMatchObject(refusal("WRONG_STATE"));
  });

  test("for itself alone", async () => {
    const { staff, refused, optional: taskId, branchId, committeeId } = await published();
    const neighbour = secretaryOf((await branch({ committeeId })).id, { day });
    const strangers = refused.filter(([who]) => who !== "secretary").map(([, actor]) => actor);
    for (const actor of [staff, neighbour, ...strangers]) {
      await expect(waiveTask(actor, { taskId, branchId, reason })).rejects.toMatchObject(refusal("NOT_FOUND"));
      await expect(unwaiveTask(actor, { taskId, branchId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    }
    expect(await db.taskWaiver.count({ where: { taskId } })).toBe(0);
  });
});

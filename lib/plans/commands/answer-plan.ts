import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { formatInstant } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { auditSubject, planToAnswer } from "@/lib/plans/commands/plan-in-hand";
import { canAnswerFor } from "@/lib/plans/policy";
import type { TakenOverPlan, UnwaivedTask, WaivedTask } from "@/lib/plans/schema";

type Answered = { planId: string; branchId: string };

/** A branch takes a published plan over, once. Refuses anybody but the branch's secretary. */
export function takeOverPlan(actor: Actor, input: TakenOverPlan): Promise<Answered> {
  return command(actor, "plan.takeOver", input, async (tx, record) => {
    const { planId, branchId } = input;
    if (!canAnswerFor(actor, branchId)) throw notFound("季度计划");
    const plan = await planToAnswer(tx, actor, planId, "takeOver");
    const expected = await expectedBranch(tx, input);
    const written = await tx.planBranch.updateMany({
      where: { planId, branchId, takenOverAt: null },
      data: { takenOverAt: new Date(), takenOverById: actor.userId, takenOverByName: actor.name },
    });
    if (written.count !== 1) {
      const at = expected.takenOverAt ? formatInstant(expected.takenOverAt) : "";
      throw new DomainError("WRONG_STATE", `计划已由${expected.takenOverByName ?? "他人"}于 ${at} 接收，不用再接收。`);
    }
    await record({ ...auditSubject(plan), after: { takenOverBy: expected.branchName } });
    return { planId, branchId };
  });
}

/**
 * A branch says with a reason that a task does not apply to it. Refuses a mandatory task, one taken back by an
 * amendment, a second reason, and any change once the branch's summary is accepted.
 */
export function waiveTask(actor: Actor, input: WaivedTask): Promise<Answered> {
  return command(actor, "plan.waiveTask", input, async (tx, record) => {
    const { taskId, branchId, reason } = input;
    const { plan, task, expected } = await taskToAnswer(tx, actor, input);
    if (task.isMandatory) {
      throw new DomainError("WRONG_STATE", `“${task.title}”是必做任务，不能标为不适用。确有困难请联系党委。`);
    }
    const { count } = await tx.taskWaiver.createMany({
      data: [{ taskId, branchId, reason, byId: actor.userId, byName: actor.name }],
      skipDuplicates: true,
    });
    if (count !== 1) throw new DomainError("WRONG_STATE", `“${task.title}”已标为不适用。请刷新页面查看。`);
    await record({ ...auditSubject(plan), reason, after: { branch: expected.branchName, task: task.title } });
    return { planId: plan.id, branchId };
  });
}

/** A branch takes back that a task does not apply to it. */
export function unwaiveTask(actor: Actor, input: UnwaivedTask): Promise<Answered> {
  return command(actor, "plan.unwaiveTask", input, async (tx, record) => {
    const { taskId, branchId } = input;
    const { plan, task, expected } = await taskToAnswer(tx, actor, input);
    const { count } = await tx.taskWaiver.deleteMany({ where: { taskId, branchId } });
    if (count !== 1) throw new DomainError("WRONG_STATE", `“${task.title}”没有标为不适用。请刷新页面查看。`);
    await record({ ...auditSubject(plan), before: { branch: expected.branchName, task: task.title } });
    return { planId: plan.id, branchId };
  });
}

/** The task, its plan and the branch's part in it, all of them open to the branch's answer. */
async function taskToAnswer(tx: Tx, actor: Actor, input: { taskId: string; branchId: string }) {
  const { taskId, branchId } = input;
  if (!canAnswerFor(actor, branchId)) throw notFound("任务");
  const task = await tx.planTask.findUnique({
    where: { id: taskId },
    select: { planId: true, title: true },
  });
  if (!task) throw notFound("任务");
  const plan = await planToAnswer(tx, actor, task.planId, "waive");
  const expected = await expectedBranch(tx, { planId: plan.id, branchId });
  await refuseAccepted(tx, plan.id, branchId);
  const standing = await tx.planTask.findFirst({
    where: { id: taskId, withdrawnIn: null },
    select: { isMandatory: true },
  });
  if (!standing) throw new DomainError("WRONG_STATE", `“${task.title}”已被修订取消，不用再标注。请刷新页面查看。`);
  return { plan, expected, task: { ...task, ...standing } };
}

/** An accepted summary has counted the tasks: what it rests on stays. The row is locked against its acceptance now. */
async function refuseAccepted(tx: Tx, planId: string, branchId: string): Promise<void> {
  const [summary] = await tx.$queryRaw<{ status: string }[]>`
    SELECT "status"::text FROM "QuarterlySummary"
    WHERE "planId" = ${planId}::uuid AND "branchId" = ${branchId}::uuid FOR NO KEY UPDATE`;
  if (summary?.status !== "ACCEPTED") return;
  throw new DomainError("WRONG_STATE", "支部的季度总结已通过，任务是否适用不能再改。确需更改请联系党委重新开启总结。");
}

async function expectedBranch(tx: Tx, { planId, branchId }: Answered) {
  const expected = await tx.planBranch.findUnique({
    where: { planId_branchId: { planId, branchId } },
    select: { branchName: true, takenOverAt: true, takenOverByName: true },
  });
  if (!expected) throw notFound("季度计划");
  return expected;
}

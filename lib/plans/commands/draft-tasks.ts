import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import {
  auditSubject,
  type PlanInHand,
  planToManage,
  refuseDayOutside,
  refuseUnread,
  touchPlan,
} from "@/lib/plans/commands/plan-in-hand";
import { dueDays, neighbour } from "@/lib/plans/rules";
import type { EditedTask, MovedTask, NewTask, RemovedTask } from "@/lib/plans/schema";

type Done = { planId: string; taskId: string };

/** Adds a task at the end of a draft. Refuses a due day outside the quarter or after its summary. */
export function addTask(actor: Actor, input: NewTask): Promise<Done> {
  return command(actor, "plan.addTask", input, async (tx, record) => {
    const { planId, dueOn, ...facts } = input;
    const plan = await planToManage(tx, actor, planId, "edit");
    refuseDayOutside("完成期限", dueOn, dueDays(plan.quarter, plan.summaryDueOn));
    const { id } = await tx.planTask.create({
      data: { ...facts, planId, dueOn: toDate(dueOn), position: await nextPosition(tx, planId) },
      select: { id: true },
    });
    await touchPlan(tx, plan);
    await record({ ...auditSubject(plan), after: { ...facts, dueOn } });
    return { planId, taskId: id };
  });
}

/** The place after the last task of a plan. */
export async function nextPosition(tx: Tx, planId: string): Promise<number> {
  const { _max } = await tx.planTask.aggregate({ where: { planId }, _max: { position: true } });
  return (_max.position ?? 0) + 1;
}

/** Changes a task of a draft. Refuses when the draft was changed after the form was opened. */
export function updateTask(actor: Actor, input: EditedTask): Promise<Done> {
  return command(actor, "plan.updateTask", input, async (tx, record) => {
    const { taskId, version, dueOn, ...facts } = input;
    const { plan, task } = await draftTask(tx, actor, taskId);
    refuseUnread(plan, version);
    refuseDayOutside("完成期限", dueOn, dueDays(plan.quarter, plan.summaryDueOn));
    await tx.planTask.update({
      where: { id: taskId },
      data: { ...facts, dueOn: toDate(dueOn) },
      select: { id: true },
    });
    await touchPlan(tx, plan);
    await record({ ...auditSubject(plan), before: task, after: { ...facts, dueOn } });
    return { planId: plan.id, taskId };
  });
}

/** Moves a task of a draft one place up or down; at the end of the list it stays. */
export function moveTask(actor: Actor, input: MovedTask): Promise<Done> {
  return command(actor, "plan.moveTask", input, async (tx, record) => {
    const { plan, task } = await draftTask(tx, actor, input.taskId);
    const tasks = await tx.planTask.findMany({
      where: { planId: plan.id },
      select: { id: true, title: true, position: true },
    });
    const other = neighbour(tasks, task.id, input.direction);
    if (other) {
      await tx.planTask.update({ where: { id: task.id }, data: { position: other.position }, select: { id: true } });
      await tx.planTask.update({ where: { id: other.id }, data: { position: task.position }, select: { id: true } });
      await touchPlan(tx, plan);
    }
    await record({ ...auditSubject(plan), after: { task: task.title, position: (other ?? task).position } });
    return { planId: plan.id, taskId: task.id };
  });
}

/** Takes a task out of a draft. */
export function removeTask(actor: Actor, input: RemovedTask): Promise<Done> {
  return command(actor, "plan.removeTask", input, async (tx, record) => {
    const { plan, task } = await draftTask(tx, actor, input.taskId);
    await tx.planTask.delete({ where: { id: task.id }, select: { id: true } });
    await touchPlan(tx, plan);
    await record({ ...auditSubject(plan), before: task });
    return { planId: plan.id, taskId: task.id };
  });
}

/** A task of a draft that the actor manages, and the draft, locked. */
async function draftTask(tx: Tx, actor: Actor, taskId: string) {
  const place = await tx.planTask.findUnique({ where: { id: taskId }, select: { planId: true } });
  if (!place) throw notFound("任务");
  const plan: PlanInHand = await planToManage(tx, actor, place.planId, "edit");
  const task = await tx.planTask.findUnique({
    where: { id: taskId },
    select: {
      id: true,
      position: true,
      kind: true,
      title: true,
      detail: true,
      dueOn: true,
      isMandatory: true,
      evidence: true,
      recordKinds: true,
    },
  });
  if (!task) throw new DomainError("CONFLICT", "该任务已被他人删除。请刷新页面查看。");
  return { plan, task: { ...task, dueOn: toDay(task.dueOn) } };
}

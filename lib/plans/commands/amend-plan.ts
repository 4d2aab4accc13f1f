import "server-only";
import { secretariesOf } from "@/lib/accounts/queries/recipients";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { notify } from "@/lib/outbox/notify";
import { addBranches, removeBranches } from "@/lib/plans/commands/amend-branches";
import { nextPosition } from "@/lib/plans/commands/draft-tasks";
import {
  auditSubject,
  type PlanInHand,
  planToManage,
  refuseDayOutside,
  refuseUnread,
} from "@/lib/plans/commands/plan-in-hand";
import { type AmendedChange, dueDays, taskChanges } from "@/lib/plans/rules";
import type { PlanAmendmentInput } from "@/lib/plans/schema";

/**
 * Changes a published plan by its next numbered amendment, with a reason: tasks change their title, detail or due day,
 * are taken back or added; branches founded since are expected too, dissolved ones no more. The secretaries of all
 * expected branches are told. Refuses an amendment that changes nothing.
 */
export function amendPlan(actor: Actor, input: PlanAmendmentInput): Promise<{ id: string }> {
  return command(actor, "plan.amend", input, async (tx, record) => {
    const plan = await planToManage(tx, actor, input.id, "amend");
    refuseUnread(plan, input.version);
    const number = (await tx.planAmendment.count({ where: { planId: plan.id } })) + 1;
    const changes = [
      ...(await changeTasks(tx, plan, input.tasks, number)),
      ...(await addTask(tx, plan, input.newTask, number)),
      ...(await addBranches(tx, actor, plan, input.addedBranchIds)),
      ...(await removeBranches(tx, actor, plan, input.removedBranchIds)),
    ];
    if (changes.length === 0) {
      throw new DomainError("CONFLICT", "没有任何改动。请修改要变更的内容后再提交，或返回计划。");
    }
    const { reason } = input;
    await tx.planAmendment.create({
      data: { planId: plan.id, number, reason, changes, byId: actor.userId, byName: actor.name },
      select: { id: true },
    });
    await tx.quarterlyPlan.update({
      where: { id: plan.id },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
    await tellSecretaries(tx, actor, plan, { number, changes });
    await record({ ...auditSubject(plan), reason, after: { number, changes } });
    return { id: plan.id };
  });
}

async function changeTasks(tx: Tx, plan: PlanInHand, asked: PlanAmendmentInput["tasks"], number: number) {
  const standing = await tx.planTask.findMany({
    where: { planId: plan.id, withdrawnIn: null },
    orderBy: { position: "asc" },
    select: { id: true, title: true, detail: true, dueOn: true },
  });
  const changes: AmendedChange[] = [];
  for (const { dueOn, ...task } of standing) {
    const wish = asked.find(({ taskId }) => taskId === task.id);
    if (!wish) continue;
    const found = taskChanges({ ...task, dueOn: toDay(dueOn) }, wish);
    if (found.length === 0) continue;
    if (wish.dueOn !== toDay(dueOn)) {
      refuseDayOutside(`“${task.title}”的完成期限`, wish.dueOn, dueDays(plan.quarter, plan.summaryDueOn));
    }
    const data = wish.isWithdrawn
      ? { withdrawnIn: number }
      : { title: wish.title, detail: wish.detail, dueOn: toDate(wish.dueOn) };
    await tx.planTask.update({ where: { id: task.id }, data, select: { id: true } });
    changes.push(...found);
  }
  return changes;
}

async function addTask(
  tx: Tx,
  plan: PlanInHand,
  added: PlanAmendmentInput["newTask"],
  number: number,
): Promise<AmendedChange[]> {
  if (!added) return [];
  const { dueOn, ...facts } = added;
  refuseDayOutside("完成期限", dueOn, dueDays(plan.quarter, plan.summaryDueOn));
  const place = { planId: plan.id, position: await nextPosition(tx, plan.id), addedIn: number };
  await tx.planTask.create({ data: { ...facts, ...place, dueOn: toDate(dueOn) }, select: { id: true } });
  return [{ task: added.title, change: "新增任务", before: null, after: `${added.title}（${dueOn} 前完成）` }];
}

type Amended = { number: number; changes: AmendedChange[] };

async function tellSecretaries(tx: Tx, actor: Actor, plan: PlanInHand, { number, changes }: Amended): Promise<void> {
  const expected = await tx.planBranch.findMany({ where: { planId: plan.id }, select: { branchId: true } });
  const branchIds = expected.map(({ branchId }) => branchId);
  const subjects = [...new Set(changes.map(({ task }) => `“${task}”`))];
  const some = `${subjects.slice(0, 3).join("、")}${subjects.length > 3 ? "等" : ""}`;
  await notify(tx, {
    kind: "PLAN_AMENDED",
    userIds: await secretariesOf(branchIds, actor.day, tx),
    text: `《${plan.title}》有第 ${number} 号修订，涉及${some}，请查看。`,
    href: `/plans/${plan.id}`,
    dedupeKey: `plan:${plan.id}:amended:${number}`,
  });
}

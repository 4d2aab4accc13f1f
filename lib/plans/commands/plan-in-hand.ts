import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Day, type Quarter, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { planStatusLabels } from "@/lib/plans/labels";
import { canManagePlan, visiblePlans } from "@/lib/plans/policy";
import { allows, type PlanAct } from "@/lib/plans/workflow";

export type PlanInHand = Awaited<ReturnType<typeof lockPlan>>;

/**
 * The plan a command is about, in the actor's scope, locked until the end of the transaction: of two people who publish,
 * amend or close at once, the second finds what the first has done.
 */
async function lockPlan(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "QuarterlyPlan" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const plan = await tx.quarterlyPlan.findFirst({
    where: { AND: [visiblePlans(actor), { id }] },
    select: {
      id: true,
      committeeId: true,
      year: true,
      quarter: true,
      title: true,
      guidance: true,
      status: true,
      summaryDueOn: true,
      version: true,
    },
  });
  if (!plan) throw notFound("季度计划");
  return { ...plan, quarter: quarterOfPlan(plan), summaryDueOn: toDay(plan.summaryDueOn) };
}

/** A plan that the actor manages and whose status allows the act. */
export async function planToManage(tx: Tx, actor: Actor, id: string, act: PlanAct): Promise<PlanInHand> {
  const plan = await lockPlan(tx, actor, id);
  if (!canManagePlan(actor, plan)) throw notFound("季度计划");
  refuseUnlessAllowed(plan, act);
  return plan;
}

/** A plan that a secretary answers and whose status allows it. */
export async function planToAnswer(tx: Tx, actor: Actor, id: string, act: PlanAct): Promise<PlanInHand> {
  const plan = await lockPlan(tx, actor, id);
  refuseUnlessAllowed(plan, act);
  return plan;
}

const whatToDo: Record<PlanAct, string> = {
  edit: "发布后的计划请用“修订”更改",
  remove: "只有草稿可以删除",
  publish: "不能再次发布，请刷新页面查看",
  amend: "只有已发布、未办结的计划可以修订",
  close: "只有已发布的计划可以办结，请刷新页面查看",
  takeOver: "只有已发布、未办结的计划可以接收",
  waive: "只有已发布、未办结的计划可以更改任务是否适用",
};

function refuseUnlessAllowed({ title, status }: PlanInHand, act: PlanAct): void {
  if (allows(status, act)) return;
  throw new DomainError("WRONG_STATE", `《${title}》${planStatusLabels[status]}：${whatToDo[act]}。`);
}

/** What another person changed since the page was opened is read again before it goes out. */
export function refuseUnread(plan: PlanInHand, version: number): void {
  if (plan.version === version) return;
  throw new DomainError("CONFLICT", `《${plan.title}》在您打开本页后有改动。请重新打开本页，核对后再办理。`);
}

/** Marks the plan as changed, so that whoever has an older state open is told. */
export async function touchPlan(tx: Tx, plan: PlanInHand): Promise<void> {
  await tx.quarterlyPlan.update({
    where: { id: plan.id },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
}

export function quarterOfPlan({ year, quarter }: { year: number; quarter: number }): Quarter {
  return { year, quarter: quarter as Quarter["quarter"] };
}

/** How a plan stands in the trail. */
export function auditSubject(plan: { id: string; title: string; committeeId: string }) {
  return {
    subjectType: "QuarterlyPlan",
    subjectId: plan.id,
    subjectName: plan.title,
    committeeId: plan.committeeId,
  };
}

/** A day outside what its quarter allows. */
export function refuseDayOutside(label: string, day: Day, allowed: { from: Day; to: Day }): void {
  if (day >= allowed.from && day <= allowed.to) return;
  throw new DomainError("CONFLICT", `${label}应在 ${allowed.from} 至 ${allowed.to} 之间。请核对日期。`);
}

import "server-only";
import { secretariesOf } from "@/lib/accounts/queries/recipients";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { type Day, formatDayInText, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { notify } from "@/lib/outbox/notify";
import { auditSubject, type PlanInHand, planToManage, refuseUnread } from "@/lib/plans/commands/plan-in-hand";
import type { PublishedPlan } from "@/lib/plans/schema";

/**
 * Publishes a draft: from now on it changes by amendments only. The committee's branches alive on that day, under the
 * names of that day, are those expected to report; their secretaries are told. Refuses a plan without tasks, without
 * a branch to carry it out, and one that was changed after the page was opened.
 */
export function publishPlan(actor: Actor, input: PublishedPlan): Promise<{ id: string }> {
  return command(actor, "plan.publish", input, async (tx, record) => {
    const plan = await planToManage(tx, actor, input.id, "publish");
    refuseUnread(plan, input.version);
    await refuseWithoutTasks(tx, plan);
    const branches = await liveBranches(tx, plan.committeeId, actor.day);
    if (branches.length === 0) {
      throw new DomainError("WRONG_STATE", "党委目前没有党支部，计划没有执行对象。请先登记党支部，再发布计划。");
    }
    const written = await tx.quarterlyPlan.updateMany({
      where: { id: plan.id, status: "DRAFT", version: input.version },
      data: { status: "PUBLISHED", publishedAt: new Date(), version: { increment: 1 } },
    });
    if (written.count !== 1) throw new DomainError("CONFLICT", `《${plan.title}》已由他人办理。请刷新页面查看。`);
    await tx.planBranch.createMany({
      data: branches.map(({ id, name }) => ({ planId: plan.id, branchId: id, branchName: name })),
    });
    await tx.planStep.create({
      data: { planId: plan.id, status: "PUBLISHED", byId: actor.userId, byName: actor.name },
      select: { id: true },
    });
    await tellSecretaries(tx, actor, plan, branches);
    await record({ ...auditSubject(plan), after: { status: "PUBLISHED", branches: branches.map(({ name }) => name) } });
    return { id: plan.id };
  });
}

async function refuseWithoutTasks(tx: Tx, plan: PlanInHand): Promise<void> {
  if ((await tx.planTask.count({ where: { planId: plan.id } })) > 0) return;
  throw new DomainError("WRONG_STATE", `《${plan.title}》还没有任务。请先添加任务，再发布。`);
}

/** The committee's own branches that are alive on a day, in pinyin order. */
export function liveBranches(tx: Tx, committeeId: string, day: Day) {
  const date = toDate(day);
  return tx.branch.findMany({
    where: {
      committeeId,
      foundedOn: { lte: date },
      OR: [{ dissolvedOn: null }, { dissolvedOn: { gt: date } }],
    },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

async function tellSecretaries(tx: Tx, actor: Actor, plan: PlanInHand, branches: { id: string }[]): Promise<void> {
  const ids = branches.map(({ id }) => id);
  await notify(tx, {
    kind: "PLAN_PUBLISHED",
    userIds: await secretariesOf(ids, actor.day, tx),
    text: `《${plan.title}》已发布，请查看并接收；季度总结请于${formatDayInText(plan.summaryDueOn)}前报送。`,
    href: `/plans/${plan.id}`,
    dedupeKey: `plan:${plan.id}:published`,
  });
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { PlanInHand } from "@/lib/plans/commands/plan-in-hand";
import { liveBranches } from "@/lib/plans/commands/publish-plan";
import type { AmendedChange } from "@/lib/plans/rules";

/** Branches of the committee that are alive and not yet expected, founded since the publication, report too. */
export async function addBranches(tx: Tx, actor: Actor, plan: PlanInHand, ids: string[]): Promise<AmendedChange[]> {
  if (ids.length === 0) return [];
  const live = await liveBranches(tx, plan.committeeId, actor.day);
  const chosen = live.filter(({ id }) => ids.includes(id));
  if (chosen.length !== new Set(ids).size) {
    throw new DomainError("CONFLICT", "所选支部中有的已撤销或不属于该党委。请重新打开本页后选择。");
  }
  const { count } = await tx.planBranch.createMany({
    data: chosen.map(({ id, name }) => ({ planId: plan.id, branchId: id, branchName: name })),
    skipDuplicates: true,
  });
  if (count !== chosen.length) throw new DomainError("CONFLICT", "所选支部中有的已在应报之列。请重新打开本页后选择。");
  return chosen.map(({ name }) => ({ task: name, change: "增加应报支部", before: null, after: name }));
}

/**
 * Branches dissolved since the publication need not report. Refuses a living branch, and one whose summary has been
 * submitted: that one counts. A draft that nobody will finish goes with the branch.
 */
export async function removeBranches(tx: Tx, actor: Actor, plan: PlanInHand, ids: string[]): Promise<AmendedChange[]> {
  const changes: AmendedChange[] = [];
  for (const branchId of new Set(ids)) {
    const expected = await tx.planBranch.findUnique({
      where: { planId_branchId: { planId: plan.id, branchId } },
      select: { branchName: true, branch: { select: { dissolvedOn: true } } },
    });
    if (!expected) throw new DomainError("CONFLICT", "所选支部已不在应报之列。请重新打开本页后选择。");
    const { dissolvedOn } = expected.branch;
    if (!dissolvedOn || toDay(dissolvedOn) > actor.day) {
      throw new DomainError("WRONG_STATE", `“${expected.branchName}”没有撤销，仍须报送总结，不能移出应报支部。`);
    }
    await dropDraftSummary(tx, plan.id, branchId, expected.branchName);
    await tx.taskWaiver.deleteMany({ where: { branchId, task: { planId: plan.id } } });
    await tx.planBranch.delete({ where: { planId_branchId: { planId: plan.id, branchId } }, select: { planId: true } });
    changes.push({ task: expected.branchName, change: "移出应报支部", before: expected.branchName, after: null });
  }
  return changes;
}

async function dropDraftSummary(tx: Tx, planId: string, branchId: string, branchName: string): Promise<void> {
  const summary = await tx.quarterlySummary.findUnique({
    where: { planId_branchId: { planId, branchId } },
    select: { id: true, _count: { select: { steps: true, submissions: true } } },
  });
  if (!summary) return;
  if (summary._count.steps > 0 || summary._count.submissions > 0) {
    throw new DomainError("WRONG_STATE", `“${branchName}”已报送过总结，留在应报支部中。请不要移出。`);
  }
  await tx.summaryTaskResult.deleteMany({ where: { summaryId: summary.id } });
  await tx.quarterlySummary.delete({ where: { id: summary.id }, select: { id: true } });
}

import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { DomainError } from "@/lib/errors";
import { auditSubject, planToManage, refuseUnread } from "@/lib/plans/commands/plan-in-hand";
import type { ClosedPlan } from "@/lib/plans/schema";

/**
 * Closes a published plan: branches answer it no more. While summaries of expected branches are not accepted it asks
 * for a reason, which stays with the step.
 */
export function closePlan(actor: Actor, input: ClosedPlan): Promise<{ id: string }> {
  return command(actor, "plan.close", input, async (tx, record) => {
    const plan = await planToManage(tx, actor, input.id, "close");
    refuseUnread(plan, input.version);
    const openCount = await tx.planBranch.count({
      where: { planId: plan.id, NOT: { summary: { status: "ACCEPTED" } } },
    });
    if (openCount > 0 && !input.reason) {
      throw new DomainError(
        "WRONG_STATE",
        `还有 ${openCount} 个支部的总结没有通过。请填写办结说明，或待总结通过后再办结。`,
      );
    }
    const written = await tx.quarterlyPlan.updateMany({
      where: { id: plan.id, status: "PUBLISHED", version: input.version },
      data: { status: "CLOSED", closedAt: new Date(), version: { increment: 1 } },
    });
    if (written.count !== 1) throw new DomainError("CONFLICT", `《${plan.title}》已由他人办理。请刷新页面查看。`);
    const { reason } = input;
    await tx.planStep.create({
      data: { planId: plan.id, status: "CLOSED", byId: actor.userId, byName: actor.name, reason },
      select: { id: true },
    });
    await record({ ...auditSubject(plan), ...(reason ? { reason } : {}), after: { status: "CLOSED", openCount } });
    return { id: plan.id };
  });
}

import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { auditSubject, loadBulletin, staleBulletin, textsOf } from "@/lib/bulletins/commands/load-bulletin";
import { canManageBulletin } from "@/lib/bulletins/policy";
import { findBulletinRow } from "@/lib/bulletins/queries/find-bulletin";
import { proposeBulletin, takeFigures } from "@/lib/bulletins/queries/take-figures";
import { proposeTexts } from "@/lib/bulletins/rules/texts";
import type { NewBulletin, RedraftedBulletin } from "@/lib/bulletins/schema";
import { newId } from "@/lib/db/new-id";
import { DomainError, notFound } from "@/lib/errors";
import { visiblePlans } from "@/lib/plans/policy";

/**
 * Starts the bulletin of a plan's quarter with texts and a document number proposed from its figures. Refuses a plan that is
 * still a draft or has its bulletin already.
 */
export async function draftBulletin(actor: Actor, input: NewBulletin): Promise<{ id: string }> {
  const drafted = await proposeBulletin(actor, input.planId);
  return command(actor, "bulletin.create", input, async (tx, record) => {
    const plan = await tx.quarterlyPlan.findFirst({
      where: { AND: [visiblePlans(actor), { id: input.planId }] },
      select: { id: true, committeeId: true, status: true, bulletin: { select: { id: true } } },
    });
    if (!plan || !canManageBulletin(actor, plan)) throw notFound("季度计划");
    if (plan.status === "DRAFT" || !drafted) {
      throw new DomainError("WRONG_STATE", "计划尚未发布，没有可通报的情况。请先发布计划。");
    }
    if (plan.bulletin) throw new DomainError("CONFLICT", "这个季度的通报已经起草。请在通报列表中打开它。");
    const bulletin = { id: newId(), title: drafted.title, plan };
    await tx.bulletin.create({ data: { id: bulletin.id, planId: plan.id, ...drafted }, select: { id: true } });
    await record({ ...auditSubject(bulletin), after: drafted });
    return { id: bulletin.id };
  });
}

/** Writes all texts of a draft anew from the figures as they stand now; the document number stays. */
export async function redraftBulletin(actor: Actor, input: RedraftedBulletin): Promise<{ id: string }> {
  const bulletin = await findBulletinRow(actor, input.id);
  const figures = bulletin && (await takeFigures(actor, bulletin.plan.id));
  return command(actor, "bulletin.redraft", input, async (tx, record) => {
    const before = await loadBulletin(tx, actor, input.id, "redraft");
    if (!figures) throw notFound("通报");
    const after = proposeTexts(figures);
    const written = await tx.bulletin.updateMany({
      where: { id: before.id, version: input.version, status: "DRAFT" },
      data: { ...after, version: { increment: 1 } },
    });
    if (written.count !== 1) throw staleBulletin(before);
    await record({ ...auditSubject(before), before: textsOf(before), after });
    return { id: before.id };
  });
}

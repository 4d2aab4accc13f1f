import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { DomainError, notFound } from "@/lib/errors";
import { drawGuestLink, keepGuestLink, useGuestLink } from "@/lib/guest-links/guest-link";
import { auditSubject } from "@/lib/visits/commands/record-visit";
import { canCorrectVisit, visibleVisits } from "@/lib/visits/policy";
import { findConfirmedVisit } from "@/lib/visits/queries/find-confirmed";
import type { ConfirmedVisit } from "@/lib/visits/schema";

const named = { select: { name: true, committeeId: true } } as const;

/**
 * Makes a one-time link by which the enterprise's contact confirms the visit; earlier links end. Returns its token, or
 * null when the same form was pressed twice. Refuses a visit that is another's, withdrawn, confirmed, or to a branch.
 */
export async function askConfirmation(actor: Actor, input: { id: string }): Promise<{ token: string | null }> {
  const link = drawGuestLink();
  const written = await command(actor, "visit.askConfirmation", input, async (tx, record) => {
    const visit = await tx.visit.findFirst({
      where: { AND: [visibleVisits(actor), { id: input.id }] },
      select: { id: true, instructorId: true, confirmedAt: true, withdrawnAt: true, enterprise: named },
    });
    if (!visit?.enterprise || !canCorrectVisit(actor, visit)) throw notFound("走访记录");
    if (visit.withdrawnAt || visit.confirmedAt) {
      throw new DomainError("WRONG_STATE", "这次走访已确认或已撤回，不需要再请企业确认。");
    }
    await keepGuestLink(tx, actor, { purpose: "VISIT_CONFIRMATION", visitId: visit.id }, link);
    await record(auditSubject(visit.enterprise, visit.id));
    return { linkId: link.id };
  });
  return { token: written.linkId === link.id ? link.token : null };
}

/** The enterprise's own word that the visit took place. Refuses a link that does not live, whatever the reason, with one sentence. */
export async function confirmVisitByLink(guest: Actor, input: ConfirmedVisit): Promise<void> {
  const visit = await findConfirmedVisit(input.token);
  if (!visit) throw deadLink();
  await command(guest, "visit.confirm", {}, async (tx, record) => {
    if (!(await useGuestLink(tx, "VISIT_CONFIRMATION", input.token))) throw deadLink();
    const written = await tx.visit.updateMany({
      where: { id: visit.id, withdrawnAt: null, confirmedAt: null },
      data: { confirmedAt: new Date(), confirmedByName: input.name, version: { increment: 1 } },
    });
    if (written.count !== 1) throw deadLink();
    await record({
      ...auditSubject({ name: visit.enterpriseName, committeeId: visit.committeeId }, visit.id),
      after: { confirmedByName: input.name },
    });
    return undefined;
  });
}

function deadLink(): DomainError {
  return new DomainError("NOT_FOUND", "这个链接不能使用：可能已用过或已过期。如需确认，请联系您的党建指导员。");
}

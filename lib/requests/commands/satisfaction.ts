import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { DomainError, notFound } from "@/lib/errors";
import { drawGuestLink, keepGuestLink, useGuestLink } from "@/lib/guest-links/guest-link";
import { auditSubject, requestInHand } from "@/lib/requests/commands/request-in-hand";
import { canAskSatisfaction } from "@/lib/requests/policy";
import { findRatedRequest } from "@/lib/requests/queries/find-rated";
import type { RatedRequest, RecordedSatisfaction } from "@/lib/requests/schema";

/** Writes down what the enterprise said of the answer. Refuses a request without an answer. */
export function recordSatisfaction(actor: Actor, input: RecordedSatisfaction): Promise<{ id: string }> {
  return command(actor, "request.recordSatisfaction", input, async (tx, record) => {
    const before = await requestInHand(tx, actor, input.id);
    if (!canAskSatisfaction(actor, before)) throw notFound("诉求");
    const written = await tx.enterpriseRequest.updateMany({
      where: { id: before.id, version: input.version },
      data: { satisfaction: input.satisfaction, satisfactionBy: "RECORDED", version: { increment: 1 } },
    });
    if (written.count !== 1) throw new DomainError("CONFLICT", "这项诉求刚刚已有变化。请返回查看后再登记。");
    const said = { before: { satisfaction: before.satisfaction }, after: { satisfaction: input.satisfaction } };
    await record({ ...auditSubject(before), ...said });
    return { id: before.id };
  });
}

/**
 * Makes a one-time link by which the enterprise says itself how it finds the answer; earlier links end. Returns its token,
 * or null when the same form was pressed twice: it was shown the first time.
 */
export async function askSatisfaction(actor: Actor, input: { id: string }): Promise<{ token: string | null }> {
  const link = drawGuestLink();
  const written = await command(actor, "request.askSatisfaction", input, async (tx, record) => {
    const request = await requestInHand(tx, actor, input.id);
    if (!canAskSatisfaction(actor, request)) throw notFound("诉求");
    await keepGuestLink(tx, actor, { purpose: "REQUEST_SATISFACTION", requestId: request.id }, link);
    await record(auditSubject(request));
    return { linkId: link.id };
  });
  return { token: written.linkId === link.id ? link.token : null };
}

/** The enterprise's own word, by its one-time link. Refuses a link that is unknown, used or too old with one sentence. */
export async function rateByLink(guest: Actor, input: RatedRequest): Promise<void> {
  const request = await findRatedRequest(input.token);
  if (!request) throw deadLink();
  await command(guest, "request.rate", {}, async (tx, record) => {
    if (!(await useGuestLink(tx, "REQUEST_SATISFACTION", input.token))) throw deadLink();
    const written = await tx.enterpriseRequest.updateMany({
      where: { id: request.id, status: { in: ["ANSWERED", "CLOSED"] } },
      data: {
        satisfaction: input.satisfaction,
        satisfactionBy: "LINK",
        satisfactionNote: input.note ?? "",
        version: { increment: 1 },
      },
    });
    if (written.count !== 1) throw deadLink();
    await record({
      subjectType: "EnterpriseRequest",
      subjectId: request.id,
      subjectName: request.enterpriseName,
      committeeId: request.committeeId,
      after: { satisfaction: input.satisfaction },
    });
    return undefined;
  });
}

function deadLink(): DomainError {
  return new DomainError("NOT_FOUND", "这个链接不能使用：可能已用过或已过期。如需评价，请联系您的党建指导员。");
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { notFound } from "@/lib/errors";
import { attachFile, detachFile } from "@/lib/files/attach-file";
import type { KeptFile } from "@/lib/files/keep-file";
import { auditSubject } from "@/lib/visits/commands/record-visit";
import { lockOpenVisit } from "@/lib/visits/commands/visit-in-hand";
import { visibleVisits } from "@/lib/visits/policy";
import type { RemovedVisitFile } from "@/lib/visits/schema";

/** Hangs a picture or a paper on the own visit while it may still be corrected. Nobody is asked for any. */
export function addVisitFile(actor: Actor, visitId: string, file: KeptFile): Promise<{ id: string }> {
  return attachFile(actor, { visitId }, file, async (tx) =>
    auditSubject(await lockOpenVisit(tx, actor, visitId), visitId),
  );
}

/** Takes a file off the own visit while it may still be corrected. */
export function removeVisitFile(actor: Actor, input: RemovedVisitFile): Promise<{ id: string }> {
  return detachFile(actor, input, async (tx) => {
    const found = await tx.attachment.findFirst({
      where: { id: input.id, removedAt: null, visit: visibleVisits(actor) },
      select: { visitId: true, name: true },
    });
    if (!found?.visitId) throw notFound("附件");
    const visit = await lockOpenVisit(tx, actor, found.visitId);
    return { ownerId: found.visitId, name: found.name, subject: auditSubject(visit, found.visitId) };
  });
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { notFound } from "@/lib/errors";
import { attachFile, detachFile } from "@/lib/files/attach-file";
import type { KeptFile } from "@/lib/files/keep-file";
import { auditSubject, lockRecord } from "@/lib/org-life/commands/record-in-hand";
import { visibleOrgLife } from "@/lib/org-life/policy";
import type { RemovedAttachment } from "@/lib/org-life/schema";

/** Hangs a kept file on a record that stands and may still change. */
export function addAttachment(actor: Actor, recordId: string, file: KeptFile): Promise<{ id: string }> {
  return attachFile(actor, { recordId }, file, async (tx) => {
    const { branch, record } = await lockRecord(tx, actor, recordId);
    return auditSubject(branch, record);
  });
}

/** Takes a file off its record. */
export function removeAttachment(actor: Actor, input: RemovedAttachment): Promise<{ id: string }> {
  return detachFile(actor, input, async (tx) => {
    const found = await tx.attachment.findFirst({
      where: { id: input.id, removedAt: null, record: visibleOrgLife(actor) },
      select: { recordId: true, name: true },
    });
    if (!found?.recordId) throw notFound("附件");
    const { branch, record } = await lockRecord(tx, actor, found.recordId);
    return { ownerId: found.recordId, name: found.name, subject: auditSubject(branch, record) };
  });
}

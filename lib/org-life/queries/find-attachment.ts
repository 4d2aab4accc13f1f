import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { canRecordFor, visibleOrgLife } from "@/lib/org-life/policy";

/** A file kept with a record the actor may read; null when missing, removed or outside the scope. */
export async function findAttachment(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  return db.attachment.findFirst({
    where: { id, removedAt: null, record: visibleOrgLife(actor) },
    select: { id: true, name: true, mediaType: true, byteCount: true },
  });
}

/** Whether a file may be sent for that record: asked before a body is taken in. The command asks for everything again. */
export async function mayAttachTo(actor: Actor, recordId: string): Promise<boolean> {
  if (!isRecordId(recordId)) return false;
  const record = await db.orgLifeRecord.findFirst({
    where: { AND: [visibleOrgLife(actor), { id: recordId }] },
    select: { branch: { select: { id: true, committeeId: true } } },
  });
  return record !== null && canRecordFor(actor, record.branch);
}

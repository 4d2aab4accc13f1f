import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { visibleVisits } from "@/lib/visits/policy";
import { findVisit } from "@/lib/visits/queries/find-visit";

/** A file kept with a visit the actor may read; null when missing, removed or outside the scope. */
export async function findVisitFile(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  return db.attachment.findFirst({
    where: { id, removedAt: null, visit: visibleVisits(actor) },
    select: { id: true, name: true, mediaType: true, byteCount: true },
  });
}

/** Whether a file may be sent for that visit: asked before a body is taken in. The command asks for everything again. */
export async function mayAttachToVisit(actor: Actor, id: string): Promise<boolean> {
  return (await findVisit(actor, id))?.can.correct ?? false;
}

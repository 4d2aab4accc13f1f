import "server-only";
import { visibleActivities } from "@/lib/activities/policy";
import { findActivity } from "@/lib/activities/queries/find-activity";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";

/** A file kept with an activity the actor may read; null when missing, removed or outside the scope. */
export async function findActivityFile(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  return db.attachment.findFirst({
    where: { id, removedAt: null, activity: visibleActivities(actor) },
    select: { id: true, name: true, mediaType: true, byteCount: true },
  });
}

/** Whether a file may be sent for that activity: asked before a body is taken in. The command asks for everything again. */
export async function mayAttachToActivity(actor: Actor, id: string): Promise<boolean> {
  return (await findActivity(actor, id))?.can.attach ?? false;
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";

/** Whether what the actor sent under that key has been done before. A refusal leaves no key behind. */
export async function hasArrived(actor: Actor, key: string, action: string): Promise<boolean> {
  if (!actor.userId) return false;
  const kept = await db.idempotencyKey.findUnique({
    where: { userId_key: { userId: actor.userId, key } },
    select: { action: true },
  });
  return kept?.action === action;
}

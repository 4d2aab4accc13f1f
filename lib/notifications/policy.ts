import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";

/** Whoever works with the register or the field hears of it; administrators and auditors have no part in it. */
export function hasInbox(actor: Actor): boolean {
  return actor.userId !== null && (holds(actor, "STAFF") || holds(actor, "SECRETARY") || holds(actor, "INSTRUCTOR"));
}

/** Everybody reads the own notifications and nobody another's. */
export function visibleNotifications(actor: Actor): Prisma.NotificationWhereInput {
  return actor.userId !== null && hasInbox(actor) ? { userId: actor.userId } : nowhere;
}

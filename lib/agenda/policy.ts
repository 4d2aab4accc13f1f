import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { canSeeBranches, canSeeMembersOf } from "@/lib/branches/policy";

/** Whoever works with branches has an agenda; administrators and auditors have none. */
export function canSeeAgenda(actor: Actor): boolean {
  return canSeeBranches(actor);
}

/** Who reads a branch's next 90 days: it names members. */
export function canSeeAhead(actor: Actor, branch: { id: string; committeeId: string }): boolean {
  return canSeeMembersOf(actor, branch);
}

/** Whether an entry must say which branch it is about. */
export function readsSeveralBranches(actor: Actor): boolean {
  return !holds(actor, "SECRETARY") || actor.roles.length > 1 || actor.branchIds.length > 1;
}

/** A calendar's secret address is its owner's alone. */
export function visibleFeeds(actor: Actor): Prisma.CalendarFeedWhereInput {
  return canSeeAgenda(actor) && actor.userId ? { userId: actor.userId } : nowhere;
}

import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import type { FigureGroup } from "@/lib/bulletins/schema/snapshot";

/**
 * Staff see the bulletins of their committees, drafts too; a secretary those published whose plan expected a branch of
 * theirs. The others have no part in bulletins.
 */
export function visibleBulletins(actor: Actor): Prisma.BulletinWhereInput {
  return within<Prisma.BulletinWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { plan: { committeeId: { in: actor.committeeIds } } };
      case "SECRETARY":
        return { status: "PUBLISHED", plan: { expected: { some: { branchId: { in: actor.branchIds } } } } };
      case "INSTRUCTOR":
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Whether bulletins are part of the actor's work at all. */
export function canSeeBulletins(actor: Actor): boolean {
  return visibleBulletins(actor) !== nowhere;
}

/** Any staff may draft; the command asks again for the committee the bulletin is of. */
export function canDraftBulletin(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Staff of the plan's committee, or of one above it: drafting, editing, publishing. */
export function canManageBulletin(actor: Actor, plan: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(plan.committeeId);
}

/** The enterprises behind a coverage rate are the committee's own view; everything else is named in the bulletin itself. */
export function canOpenList(actor: Actor, plan: { committeeId: string }, group: FigureGroup): boolean {
  return group !== "coverage" || canManageBulletin(actor, plan);
}

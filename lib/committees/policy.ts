import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";

/** Staff see their committees and all below them. */
export function visibleCommittees(actor: Actor): Prisma.CommitteeWhereInput {
  return within<Prisma.CommitteeWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { id: { in: actor.committeeIds } };
      case "SECRETARY":
      case "INSTRUCTOR":
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Staff of the committee, or of one above it. */
export function canEditCommittee(actor: Actor, committee: { id: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(committee.id);
}

/** Staff found committees below their own; at the top only an administrator does, before there is any staff. */
export function canCreateCommittee(actor: Actor, parentId: string | null): boolean {
  return parentId === null ? holds(actor, "ADMIN") : canEditCommittee(actor, { id: parentId });
}

/** Whether the register of committees is a place of the actor's work at all. */
export function canListCommittees(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** A committee is closed by the one above it, never by itself. */
export function canCloseCommittee(actor: Actor, committee: { parentId: string | null }): boolean {
  return committee.parentId !== null && canEditCommittee(actor, { id: committee.parentId });
}

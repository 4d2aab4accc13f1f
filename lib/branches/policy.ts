import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";

/** Staff see the branches of their committees, secretaries the ones they lead, instructors those assigned to them today. */
export function visibleBranches(actor: Actor): Prisma.BranchWhereInput {
  return within<Prisma.BranchWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { committeeId: { in: actor.committeeIds } };
      case "SECRETARY":
        return { id: { in: actor.branchIds } };
      case "INSTRUCTOR":
        return actor.instructorId
          ? { assignments: { some: { instructorId: actor.instructorId, ...validOn(actor.day) } } }
          : nowhere;
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Any staff may register; the command asks again for the committee the record goes to. */
export function canCreateBranch(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Staff of the branch's committee, or of one above it. */
export function canEditBranch(actor: Actor, record: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(record.committeeId);
}

/** Who reads the names of a branch's members: those who may edit it, and its secretary. */
export function canSeeMembersOf(actor: Actor, branch: { id: string; committeeId: string }): boolean {
  return canEditBranch(actor, branch) || (holds(actor, "SECRETARY") && actor.branchIds.includes(branch.id));
}

/** Whether branches are part of the actor's work at all: administrators and auditors have no such page. */
export function canSeeBranches(actor: Actor): boolean {
  return visibleBranches(actor) !== nowhere;
}

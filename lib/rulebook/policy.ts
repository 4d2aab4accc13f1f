import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { canEditBranch, visibleBranches } from "@/lib/branches/policy";

/**
 * The branches whose findings the actor reads: staff and secretaries those in their scope. A finding names members and
 * draws on the records of organization life, so that an instructor, an administrator and an auditor read none.
 */
export function visibleFindings(actor: Actor): Prisma.BranchWhereInput {
  return within<Prisma.BranchWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
      case "SECRETARY":
        return visibleBranches({ ...actor, roles: [role] });
      case "INSTRUCTOR":
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** The book itself is for everybody who works with branches. */
export function canReadRulebook(actor: Actor): boolean {
  return holds(actor, "STAFF") || holds(actor, "SECRETARY") || holds(actor, "INSTRUCTOR");
}

/** The list over all branches is the committee's. */
export function canListFindings(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Staff of the branch's committee put a finding aside and take it up again. */
export function canSilenceFindings(actor: Actor, branch: { committeeId: string }): boolean {
  return canEditBranch(actor, branch);
}

import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { visibleBranches } from "@/lib/branches/policy";

/**
 * Staff and secretaries read the records of the branches in their scope. They name members and who was there: an
 * instructor, an administrator and an auditor have no part in them.
 */
export function visibleOrgLife(actor: Actor): Prisma.OrgLifeRecordWhereInput {
  return within<Prisma.OrgLifeRecordWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
      case "SECRETARY":
        return { branch: visibleBranches({ ...actor, roles: [role] }) };
      case "INSTRUCTOR":
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** The branches whose organization life the actor keeps: the ones led, and those of the committees worked for. */
export function recordableBranches(actor: Actor): Prisma.BranchWhereInput {
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

/** Who records, changes and withdraws a branch's records: its secretary, and staff of its committee. */
export function canRecordFor(actor: Actor, branch: { id: string; committeeId: string }): boolean {
  const isStaff = holds(actor, "STAFF") && actor.committeeIds.includes(branch.committeeId);
  const leads = holds(actor, "SECRETARY") && actor.branchIds.includes(branch.id);
  return isStaff || leads;
}

/** Whether organization life is part of the actor's work at all. */
export function canSeeOrgLife(actor: Actor): boolean {
  return visibleOrgLife(actor) !== nowhere;
}

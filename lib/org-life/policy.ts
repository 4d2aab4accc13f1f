import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
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

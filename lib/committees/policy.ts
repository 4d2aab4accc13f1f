import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
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

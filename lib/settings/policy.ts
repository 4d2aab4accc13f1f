import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";

/** Whose settings the actor may read: administrators those of every committee, staff those of their own and all below. */
export function visibleSettings(actor: Actor): Prisma.CommitteeWhereInput {
  return within<Prisma.CommitteeWhereInput>(actor, (role) => {
    switch (role) {
      case "ADMIN":
        return {};
      case "STAFF":
        return { id: { in: actor.committeeIds } };
      case "SECRETARY":
      case "INSTRUCTOR":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Settings are the administrator's; staff ask for a change. */
export function canChangeSettings(actor: Actor): boolean {
  return holds(actor, "ADMIN");
}

import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";

/** The trail is the auditor's alone; nobody reads or weeds the record of the own acts. */
export function visibleAuditEntries(actor: Actor): Prisma.AuditEntryWhereInput {
  return within<Prisma.AuditEntryWhereInput>(actor, (role) => {
    switch (role) {
      case "AUDITOR":
        return {};
      case "STAFF":
      case "SECRETARY":
      case "INSTRUCTOR":
      case "ADMIN":
        return nowhere;
    }
  });
}

/** Whether the trail is the actor's work at all. */
export function canReadTrail(actor: Actor): boolean {
  return holds(actor, "AUDITOR");
}

import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";

/** Staff see the service points of their committees, instructors the ones they are assigned to today. */
export function visibleServicePoints(actor: Actor): Prisma.ServicePointWhereInput {
  return within<Prisma.ServicePointWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { committeeId: { in: actor.committeeIds } };
      case "INSTRUCTOR":
        return actor.instructorId
          ? { assignments: { some: { instructorId: actor.instructorId, ...validOn(actor.day) } } }
          : nowhere;
      case "SECRETARY":
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Whether the register of service points is a place of the actor's work at all. */
export function canListServicePoints(actor: Actor): boolean {
  return holds(actor, "STAFF") || holds(actor, "INSTRUCTOR");
}

/** Any staff may register; the command asks again for the committee the record goes to. */
export function canCreateServicePoint(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Staff of the service point's committee, or of one above it. */
export function canEditServicePoint(actor: Actor, record: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(record.committeeId);
}

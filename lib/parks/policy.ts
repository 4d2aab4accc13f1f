import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";

/** Staff see the parks of their committees; instructors those of their service points and enterprises. */
export function visibleParks(actor: Actor): Prisma.ParkWhereInput {
  return within<Prisma.ParkWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { committeeId: { in: actor.committeeIds } };
      case "INSTRUCTOR":
        return actor.instructorId ? parksOfInstructor(actor, actor.instructorId) : nowhere;
      case "SECRETARY":
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

function parksOfInstructor(actor: Actor, instructorId: string): Prisma.ParkWhereInput {
  const assigned = { assignments: { some: { instructorId, ...validOn(actor.day) } } };
  return {
    OR: [
      { servicePoints: { some: assigned } },
      { locations: { some: { ...validOn(actor.day), enterprise: assigned } } },
    ],
  };
}

/** Whether the register of parks is a place of the actor's work at all. */
export function canListParks(actor: Actor): boolean {
  return holds(actor, "STAFF") || holds(actor, "INSTRUCTOR");
}

/** Staff of the park's committee, or of one above it. */
export function canEditPark(actor: Actor, park: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(park.committeeId);
}

/** Any staff may register a park; the command asks again for the committee it goes to. */
export function canCreatePark(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";

/**
 * Staff see the visits of their committees' instructors; an instructor the own ones and what others found at the
 * enterprises and branches assigned to it today, so that nothing is asked twice after a hand-over; a secretary those to
 * the own branches. What was found at an enterprise is not its branch secretary's to read.
 */
export function visibleVisits(actor: Actor): Prisma.VisitWhereInput {
  return within<Prisma.VisitWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { instructor: { committeeId: { in: actor.committeeIds } } };
      case "INSTRUCTOR": {
        const { instructorId } = actor;
        if (!instructorId) return nowhere;
        const assigned = { assignments: { some: { instructorId, ...validOn(actor.day) } } };
        return { OR: [{ instructorId }, { enterprise: assigned }, { branch: assigned }] };
      }
      case "SECRETARY":
        return { branchId: { in: actor.branchIds } };
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Whether visits are part of the actor's work at all. */
export function canListVisits(actor: Actor): boolean {
  return visibleVisits(actor) !== nowhere;
}

/** A visit is recorded by the instructor who made it. */
export function canRecordVisit(actor: Actor): boolean {
  return holds(actor, "INSTRUCTOR") && actor.instructorId !== null;
}

/** The instructor puts the own visit right, hangs files on it, or takes it back; nobody else writes into it. */
export function canCorrectVisit(actor: Actor, visit: { instructorId: string }): boolean {
  return canRecordVisit(actor) && visit.instructorId === actor.instructorId;
}

/** Where the actor would go next and who is overdue: staff for their committees, an instructor for itself. */
export function canSeeRhythm(actor: Actor): boolean {
  return canRecordVisit(actor) || holds(actor, "STAFF");
}

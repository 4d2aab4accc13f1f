import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";

/** Staff see the shifts of their committees' points; an instructor the own ones and those of the points assigned today. */
export function visibleShifts(actor: Actor): Prisma.DutyShiftWhereInput {
  return within<Prisma.DutyShiftWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { servicePoint: { committeeId: { in: actor.committeeIds } } };
      case "INSTRUCTOR": {
        const { instructorId } = actor;
        if (!instructorId) return nowhere;
        const mine = { servicePoint: { assignments: { some: { instructorId, ...validOn(actor.day) } } } };
        return { OR: [{ instructorId }, mine] };
      }
      case "SECRETARY":
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Whether duty is part of the actor's work at all. */
export function canListShifts(actor: Actor): boolean {
  return visibleShifts(actor) !== nowhere;
}

/** Whether the actor makes shifts at all; the command asks again for the committee. */
export function canPlanDuty(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Staff of the point's committee, or of one above it, make the quarter's shifts. */
export function canPlanShifts(actor: Actor, point: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(point.committeeId);
}

/** Whether the actor stands at service points itself: the own shifts come first. */
export function hasOwnShifts(actor: Actor): boolean {
  return holds(actor, "INSTRUCTOR") && actor.instructorId !== null;
}

type Shift = { instructorId: string; committeeId: string };

/** Swapped, moved or cancelled by the instructor whose it is, or by staff of the committee. */
export function canChangeShift(actor: Actor, shift: Shift): boolean {
  return isOwnShift(actor, shift) || canPlanShifts(actor, shift);
}

/** The log is written by whoever was there: the instructor whose shift it is. */
export function isOwnShift(actor: Actor, shift: { instructorId: string }): boolean {
  return holds(actor, "INSTRUCTOR") && actor.instructorId !== null && shift.instructorId === actor.instructorId;
}

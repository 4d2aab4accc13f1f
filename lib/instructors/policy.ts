import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";

/** Staff see the instructors of their committees, an instructor the own profile. */
export function visibleInstructors(actor: Actor): Prisma.InstructorWhereInput {
  return within<Prisma.InstructorWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { committeeId: { in: actor.committeeIds } };
      case "INSTRUCTOR":
        return actor.instructorId ? { id: actor.instructorId } : nowhere;
      case "SECRETARY":
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Whether the register of instructors is a place of the actor's work at all. */
export function canListInstructors(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Any staff may register; the command asks again for the committee the record goes to. */
export function canCreateInstructor(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Staff of the instructor's committee, or of one above it. */
export function canEditInstructor(actor: Actor, record: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(record.committeeId);
}

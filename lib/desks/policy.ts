import { type Actor, holds } from "@/lib/auth/actor";

/** The desks a person has: one for each business role, in the order of the day. */
export function desksOf(actor: Actor): { staff: boolean; secretary: boolean; instructor: boolean } {
  return {
    staff: holds(actor, "STAFF") && actor.committeeIds.length > 0,
    secretary: holds(actor, "SECRETARY") && actor.branchIds.length > 0,
    instructor: holds(actor, "INSTRUCTOR") && actor.instructorId !== null,
  };
}

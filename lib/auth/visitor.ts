import "server-only";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { today } from "@/lib/calendar";

/** Somebody without a session, for the trail: no role, so every policy answers no. */
export function visitor(who: { id: string | null; name: string }, ip?: string): Actor {
  return mintActor({
    userId: who.id,
    name: who.name,
    roles: [],
    committeeIds: [],
    branchIds: [],
    instructorId: null,
    day: today(),
    ...(ip ? { ip } : {}),
  });
}

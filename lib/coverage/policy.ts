import { type Actor, holds } from "@/lib/auth/actor";

/** Coverage is the committee's own view: staff see it for their committees. */
export function canSeeCoverage(actor: Actor): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.length > 0;
}

/** The committees a coverage question is about: one that is in scope, or all of them. Empty for everybody else. */
export function coverageScope(actor: Actor, committeeId?: string): string[] {
  if (!canSeeCoverage(actor)) return [];
  if (committeeId === undefined) return actor.committeeIds;
  return actor.committeeIds.filter((id) => id === committeeId);
}

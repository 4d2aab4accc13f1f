import { type Actor, holds } from "@/lib/auth/actor";

/** Everybody has something to do but the auditor, who only reads. */
export function hasTodos(actor: Actor): boolean {
  return holds(actor, "STAFF") || holds(actor, "SECRETARY") || holds(actor, "INSTRUCTOR") || holds(actor, "ADMIN");
}

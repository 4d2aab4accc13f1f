import type { Actor } from "@/lib/auth/actor";
import { canRecordVisit } from "@/lib/visits/policy";

/** The field desk belongs to whoever visits: an instructor with a profile. */
export function canWorkInField(actor: Actor): boolean {
  return canRecordVisit(actor);
}

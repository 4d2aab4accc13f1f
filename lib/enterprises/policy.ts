import type { Prisma } from "@/generated/prisma/client";
import type { Role } from "@/generated/prisma/enums";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";

/** Staff see the enterprises of their committees, secretaries those their branches cover today, instructors those assigned to them today. */
export function visibleEnterprises(actor: Actor): Prisma.EnterpriseWhereInput {
  return within<Prisma.EnterpriseWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { committeeId: { in: actor.committeeIds } };
      case "SECRETARY":
        return { coverages: { some: { branchId: { in: actor.branchIds }, ...validOn(actor.day) } } };
      case "INSTRUCTOR":
        return actor.instructorId
          ? { assignments: { some: { instructorId: actor.instructorId, ...validOn(actor.day) } } }
          : nowhere;
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Whether the register of enterprises is a place of the actor's work at all. */
export function canListEnterprises(actor: Actor): boolean {
  return actor.roles.some(worksWithEnterprises);
}

function worksWithEnterprises(role: Role): boolean {
  switch (role) {
    case "STAFF":
    case "SECRETARY":
    case "INSTRUCTOR":
      return true;
    case "ADMIN":
    case "AUDITOR":
      return false;
  }
}

/** Any staff may register; the command asks again for the committee the record goes to. */
export function canCreateEnterprise(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Staff of the enterprise's committee, or of one above it. */
export function canEditEnterprise(actor: Actor, record: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(record.committeeId);
}

/** Everybody who works with an enterprise in scope may ask for its contact's number; each asking is audited. */
export function canRevealContact(actor: Actor): boolean {
  return canListEnterprises(actor);
}

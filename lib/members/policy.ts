import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";

/** Staff see the members of their committees, secretaries those of their own branches today. Instructors, administrators and auditors see no member. */
export function visibleMembers(actor: Actor): Prisma.MemberWhereInput {
  return within<Prisma.MemberWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { committeeId: { in: actor.committeeIds } };
      case "SECRETARY":
        return { memberships: { some: { branchId: { in: actor.branchIds }, ...validOn(actor.day) } } };
      case "INSTRUCTOR":
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Any staff may register; the command asks again for the committee the record goes to. */
export function canCreateMember(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Staff of the member's committee, or of one above it. */
export function canEditMember(actor: Actor, record: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(record.committeeId);
}

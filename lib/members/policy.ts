import { Prisma } from "@/generated/prisma/client";
import type { Role } from "@/generated/prisma/enums";
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

/** The same scope as `visibleMembers`, as a condition on `"Member" m`, for lists and exports that join in SQL. */
export function visibleMembersSql(actor: Actor): Prisma.Sql {
  const scopes = actor.roles.map((role) => scopeSql(actor, role)).filter((scope) => scope !== null);
  return scopes.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(scopes, " OR ")})`;
}

function scopeSql(actor: Actor, role: Role): Prisma.Sql | null {
  switch (role) {
    case "STAFF":
      return committeeIn(actor.committeeIds);
    case "SECRETARY":
      return Prisma.sql`EXISTS (SELECT 1 FROM "Membership" own WHERE own."memberId" = m.id
        AND own."branchId" = ANY (${actor.branchIds}::uuid[]) AND own."validFrom" <= ${actor.day}::date
        AND (own."validTo" IS NULL OR own."validTo" > ${actor.day}::date))`;
    case "INSTRUCTOR":
    case "ADMIN":
    case "AUDITOR":
      return null;
  }
}

/** Equality with one committee lets the index give the rows in the order of the list. */
function committeeIn(ids: string[]): Prisma.Sql {
  const [only] = ids;
  return ids.length === 1
    ? Prisma.sql`m."committeeId" = ${only}::uuid`
    : Prisma.sql`m."committeeId" = ANY (${ids}::uuid[])`;
}

/** Whether the register of members is a place of the actor's work at all. */
export function canListMembers(actor: Actor): boolean {
  return holds(actor, "STAFF") || holds(actor, "SECRETARY");
}

/** Any staff may register; the command asks again for the committee the record goes to. */
export function canCreateMember(actor: Actor): boolean {
  return holds(actor, "STAFF");
}

/** Staff of the member's committee, or of one above it. */
export function canEditMember(actor: Actor, record: { committeeId: string }): boolean {
  return holds(actor, "STAFF") && actor.committeeIds.includes(record.committeeId);
}

/** The ID number in clear is for those who keep the file. */
export function canRevealIdNumber(actor: Actor, record: { committeeId: string }): boolean {
  return canEditMember(actor, record);
}

/** The phone is also for the secretary of the branch the member belongs to today, who has to call people. */
export function canRevealPhone(actor: Actor, record: { committeeId: string; branchId: string | null }): boolean {
  const leads = holds(actor, "SECRETARY") && record.branchId !== null && actor.branchIds.includes(record.branchId);
  return canEditMember(actor, record) || leads;
}

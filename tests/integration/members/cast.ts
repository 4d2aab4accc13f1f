import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { newMember } from "@/lib/members/schema";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { assignment, branch, committee, enterprise, instructor, member } from "@/tests/support/factories/registers";
import { freshIdNumber, freshName, freshPhone } from "@/tests/support/fresh";

/** The day of these tests: what the factories make began on 2024-01-01. */
export const day = "2026-11-23";

export type Cast = { committeeId: string; branchId: string; enterpriseId: string; staff: Actor; stranger: Actor };

/** A committee with a branch and an enterprise, its staff, and staff of another committee. */
export async function castOf(): Promise<Cast> {
  const committeeId = (await committee()).id;
  const { id: enterpriseId } = await enterprise({ committeeId });
  const { id: branchId } = await branch({ committeeId, covers: [enterpriseId] });
  const stranger = staffOf((await committee()).id, { day });
  return { committeeId, branchId, enterpriseId, staff: staffOf(committeeId, { day }), stranger };
}

/** A member of the cast's branch and enterprise since 2024-01-01. */
export function memberOf(cast: Cast, facts: Parameters<typeof member>[0] = {}) {
  const { committeeId, branchId, enterpriseId } = cast;
  return member({ committeeId, branchId, enterpriseId, ...facts });
}

/** Everybody who may not change a member of the cast's branch, each with as much scope as the role can have. */
export async function refusedAt(cast: Cast): Promise<Actor[]> {
  const { id: instructorId } = await instructor({ committeeId: cast.committeeId });
  await assignment({ instructorId, branchId: cast.branchId });
  return [
    cast.stranger,
    secretaryOf(cast.branchId, { day }),
    instructorOf(instructorId, { day }),
    administrator({ day }),
    auditor({ day }),
    anonymousOf({ committeeIds: [cast.committeeId], branchIds: [cast.branchId] }),
  ];
}

/** A form for a new member as it is typed. */
export function form(committeeId: string, fields: Record<string, string> = {}) {
  const numbers = { idNumber: freshIdNumber(), phone: freshPhone() };
  const stage = { stage: "FULL", joinedOn: "2020-07-01", becameFullOn: "2021-07-01" };
  return newMember.parse({ committeeId, name: freshName("党员"), ...numbers, ...stage, ...fields });
}

export const rowOf = (id: string) => db.member.findUniqueOrThrow({ where: { id } });

/** The trail of a member, oldest first. */
export const trailOf = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

/** `2026-01-01–` or `2026-01-01–2026-02-01`. */
export function span({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }): string {
  return `${toDay(validFrom)}–${validTo ? toDay(validTo) : ""}`;
}

const oldestFirst = { orderBy: { validFrom: "asc" as const } };

/** Where a member belongs, oldest first. */
export async function membershipsOf(memberId: string): Promise<[string, string][]> {
  const rows = await db.membership.findMany({ where: { memberId }, ...oldestFirst });
  return rows.map((row) => [row.branchId, span(row)]);
}

/** Where a member works and as what, oldest first. */
export async function employmentsOf(memberId: string) {
  const rows = await db.employment.findMany({ where: { memberId }, ...oldestFirst });
  return rows.map((row) => [row.enterpriseId, row.post, row.isManagement, span(row)]);
}

/** The duties of a member, oldest first. */
export async function dutiesOf(memberId: string): Promise<[string, string][]> {
  const rows = await db.memberDuty.findMany({ where: { memberId }, ...oldestFirst });
  return rows.map((row) => [row.duty, span(row)]);
}

/** The offices of a member, oldest first. */
export async function officesOf(memberId: string): Promise<[string, string][]> {
  const rows = await db.branchOfficer.findMany({ where: { memberId }, ...oldestFirst });
  return rows.map((row) => [row.post, span(row)]);
}

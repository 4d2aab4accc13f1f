import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { newEnterprise } from "@/lib/enterprises/schema";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import {
  assignment,
  branch,
  building,
  committee,
  enterprise,
  instructor,
  park,
} from "@/tests/support/factories/registers";
import { freshCreditCode, freshName } from "@/tests/support/fresh";

/** The day of these tests: what the factories make began on 2024-01-01. */
export const day = "2026-11-23";

export type Cast = { committeeId: string; parkId: string; buildingId: string; staff: Actor; stranger: Actor };

/** A committee with a park and a building, its staff, and staff of another committee. */
export async function castOf(): Promise<Cast> {
  const committeeId = (await committee()).id;
  const { id: parkId } = await park({ committeeId });
  const { id: buildingId } = await building({ parkId });
  const stranger = staffOf((await committee()).id, { day });
  return { committeeId, parkId, buildingId, staff: staffOf(committeeId, { day }), stranger };
}

/** The people who see an enterprise without being its staff: its secretary and its instructor. */
export async function readersOf(enterpriseId: string): Promise<{ secretary: Actor; instructor: Actor }> {
  const { id: branchId } = await branch({ covers: [enterpriseId], kind: "JOINT" });
  const { id: instructorId } = await instructor();
  await assignment({ instructorId, enterpriseId });
  return { secretary: secretaryOf(branchId, { day }), instructor: instructorOf(instructorId, { day }) };
}

/** Everybody who may not change an enterprise, each with as much scope as the role can have. */
export async function refusedAt(cast: Cast, enterpriseId: string): Promise<Actor[]> {
  const { secretary, instructor: assigned } = await readersOf(enterpriseId);
  const others = [administrator({ day }), auditor({ day }), anonymousOf({ committeeIds: [cast.committeeId], day })];
  return [cast.stranger, secretary, assigned, ...others];
}

/** A form for a new enterprise as it is typed. */
export function form(committeeId: string, fields: Record<string, string> = {}) {
  const typed = { committeeId, name: freshName("网络有限公司"), creditCode: freshCreditCode(), category: "OPERATION" };
  return newEnterprise.parse({ ...typed, ...fields });
}

export const rowOf = (id: string) => db.enterprise.findUniqueOrThrow({ where: { id } });

/** The trail of an enterprise, oldest first. */
export const trailOf = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

/** `2026-01-01–` or `2026-01-01–2026-02-01`. */
export function span({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }): string {
  return `${toDay(validFrom)}–${validTo ? toDay(validTo) : ""}`;
}

/** Where an enterprise was and is, oldest first: park, building, settled, days. */
export async function placesOf(enterpriseId: string) {
  const rows = await db.enterpriseLocation.findMany({ where: { enterpriseId }, orderBy: { validFrom: "asc" } });
  return rows.map((row) => [row.parkId, row.buildingId, row.isSettled, span(row)]);
}

/** An enterprise of the cast, settled in its building since 2024-01-01. */
export function settled(cast: Cast, facts: Parameters<typeof enterprise>[0] = {}) {
  return enterprise({ committeeId: cast.committeeId, buildingId: cast.buildingId, isSettled: true, ...facts });
}

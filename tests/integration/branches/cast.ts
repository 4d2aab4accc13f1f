import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { assignment, branch, committee, instructor } from "@/tests/support/factories/registers";

/** The day of these tests: what the factories make began on 2024-01-01. */
export const day = "2026-11-23";

export type Cast = { committeeId: string; staff: Actor; refused: [string, Actor][] };

/** A committee, its staff, and everybody who may not write there: each with as much scope as the role can have. */
export async function castOf(): Promise<Cast> {
  const committeeId = (await committee()).id;
  const own = (await branch({ committeeId })).id;
  const profile = (await instructor({ committeeId })).id;
  const refused: [string, Actor][] = [
    ["staff of another committee", staffOf((await committee()).id, { day })],
    ["secretary", secretaryOf(own, { day })],
    ["instructor", instructorOf(profile, { day })],
    ["administrator", administrator({ day })],
    ["auditor", auditor({ day })],
    ["no role", anonymousOf({ committeeIds: [committeeId] })],
  ];
  return { committeeId, staff: staffOf(committeeId, { day }), refused };
}

/** Everybody who may not change a branch: those of the cast, its own secretary, and the instructor assigned to it. */
export async function refusedAt(cast: Cast, branchId: string): Promise<Actor[]> {
  const { id: instructorId } = await instructor({ committeeId: cast.committeeId });
  await assignment({ instructorId, branchId });
  const readers = [secretaryOf(branchId, { day }), instructorOf(instructorId, { day })];
  return [...cast.refused.map(([, actor]) => actor), ...readers];
}

/** The trail of a branch, oldest first. */
export function trailOf(subjectId: string) {
  return db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
}

type Dated = { validFrom: Date; validTo: Date | null };

/** `2026-01-01–` or `2026-01-01–2026-02-01`, as the tests compare days. */
export function span({ validFrom, validTo }: Dated): string {
  return `${toDay(validFrom)}–${validTo ? toDay(validTo) : ""}`;
}

/** Where a member belongs, oldest first. */
export async function membershipsOf(memberId: string): Promise<[string, string][]> {
  const rows = await db.membership.findMany({ where: { memberId }, orderBy: { validFrom: "asc" } });
  return rows.map((row) => [row.branchId, span(row)]);
}

/** What a branch covers, oldest first. */
export async function coveragesOf(branchId: string): Promise<[string, string][]> {
  const rows = await db.branchCoverage.findMany({
    where: { branchId },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => [row.enterpriseId, span(row)]);
}

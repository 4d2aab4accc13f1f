import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { branch, committee, enterprise, instructor, park, servicePoint } from "@/tests/support/factories/registers";

/** The day of these tests: what the factories make began on 2024-01-01. */
export const day = "2026-11-23";

export type Cast = {
  committeeId: string;
  enterpriseId: string;
  branchId: string;
  servicePointId: string;
  staff: Actor;
  stranger: Actor;
};

/** A committee with something of each kind to look after, its staff, and staff of another committee. */
export async function castOf(): Promise<Cast> {
  const committeeId = (await committee()).id;
  const { id: parkId } = await park({ committeeId });
  return {
    committeeId,
    enterpriseId: (await enterprise({ committeeId, parkId })).id,
    branchId: (await branch({ committeeId })).id,
    servicePointId: (await servicePoint({ parkId })).id,
    staff: staffOf(committeeId, { day }),
    stranger: staffOf((await committee()).id, { day }),
  };
}

/** Everybody who may not change an instructor, the instructor included. */
export async function refusedAt(cast: Cast, instructorId: string): Promise<Actor[]> {
  const colleague = await instructor({ committeeId: cast.committeeId });
  return [
    cast.stranger,
    secretaryOf(cast.branchId, { day }),
    instructorOf(instructorId, { day }),
    instructorOf(colleague.id, { day }),
    administrator({ day }),
    auditor({ day }),
    anonymousOf({ committeeIds: [cast.committeeId] }),
  ];
}

export const rowOf = (id: string) => db.instructor.findUniqueOrThrow({ where: { id } });

/** The trail of an instructor, oldest first. */
export const trailOf = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

/** What an instructor looks after, oldest first: the target, and `2026-01-01–` or `2026-01-01–2026-02-01`. */
export async function assignmentsOf(instructorId: string): Promise<[string, string][]> {
  const rows = await db.assignment.findMany({
    where: { instructorId },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
  });
  return rows.map(({ enterpriseId, branchId, servicePointId, validFrom, validTo }) => [
    enterpriseId ?? branchId ?? servicePointId ?? "",
    `${toDay(validFrom)}–${validTo ? toDay(validTo) : ""}`,
  ]);
}

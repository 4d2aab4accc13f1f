import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { branch, committee, instructor } from "@/tests/support/factories/registers";

/** The day of these tests, in the fourth quarter. */
export const day = "2026-11-23";
export const quarter = { year: 2026, quarter: 4 } as const;

export type Cast = {
  committeeId: string;
  staff: Actor;
  branchId: string;
  secretary: Actor;
  /** Everybody who may not manage a plan of the committee, each with as much scope as the role can have. */
  refused: [string, Actor][];
};

/** A committee with one branch, its staff, its secretary, and those who have no part in its plans. */
export async function castOf(): Promise<Cast> {
  const committeeId = (await committee()).id;
  const branchId = (await branch({ committeeId })).id;
  const secretary = secretaryOf(branchId, { day });
  const profile = (await instructor({ committeeId })).id;
  return {
    committeeId,
    branchId,
    staff: staffOf(committeeId, { day }),
    secretary,
    refused: [
      ["staff of another committee", staffOf((await committee()).id, { day })],
      ["secretary", secretary],
      ["instructor", instructorOf(profile, { day })],
      ["administrator", administrator({ day })],
      ["auditor", auditor({ day })],
      ["no role", anonymousOf({ committeeIds: [committeeId], branchIds: [branchId] })],
    ],
  };
}

/** The trail of a plan, oldest first. */
export function trailOf(subjectId: string) {
  return db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
}

export function planRow(id: string) {
  return db.quarterlyPlan.findUniqueOrThrow({
    where: { id },
    include: {
      tasks: { orderBy: { position: "asc" } },
      expected: { orderBy: { branchName: "asc" } },
      steps: { orderBy: { at: "asc" } },
      amendments: { orderBy: { number: "asc" } },
    },
  });
}

export const refusal = (refusal: string) => ({ refusal });

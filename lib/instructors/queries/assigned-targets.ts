import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db/client";

export type AssignedTarget = {
  instructorId: string;
  instructorName: string;
  committeeId: string;
  targetKind: "enterprise" | "branch";
  targetId: string;
  targetName: string;
  assignedFrom: Day;
};

/**
 * Every enterprise and branch somebody looks after on a day, in name order, each with what `last` selects of it from
 * the row `a` of its assignment. Staff read their committees', an instructor the own. One query.
 */
export function assignedTargets<Last>(
  actor: Actor,
  asked: { day: Day; instructorId?: string | undefined },
  last: Prisma.Sql,
): Promise<(AssignedTarget & Last)[]> {
  const { day } = asked;
  return db.$queryRaw<(AssignedTarget & Last)[]>`
    SELECT i.id::text AS "instructorId", i."name" AS "instructorName", i."committeeId"::text,
      CASE WHEN a."enterpriseId" IS NULL THEN 'branch' ELSE 'enterprise' END AS "targetKind",
      coalesce(a."enterpriseId", a."branchId")::text AS "targetId", coalesce(e."name", b."name") AS "targetName",
      a."validFrom"::text AS "assignedFrom", last.*
    FROM "Assignment" a
    JOIN "Instructor" i ON i.id = a."instructorId"
    LEFT JOIN "Enterprise" e ON e.id = a."enterpriseId"
    LEFT JOIN "Branch" b ON b.id = a."branchId"
    LEFT JOIN LATERAL (${last}) last ON true
    WHERE ${inScope(actor, asked.instructorId)} AND a."servicePointId" IS NULL
      AND a."validFrom" <= ${day}::date AND (a."validTo" IS NULL OR a."validTo" > ${day}::date)
      AND e."closedOn" IS NULL AND b."dissolvedOn" IS NULL
    ORDER BY coalesce(e."nameSort", b."nameSort"), a.id`;
}

function inScope(actor: Actor, instructorId: string | undefined): Prisma.Sql {
  const own = actor.instructorId ? [Prisma.sql`i.id = ${actor.instructorId}::uuid`] : [];
  const scopes = [Prisma.sql`i."committeeId" = ANY (${actor.committeeIds}::uuid[])`, ...own];
  const scope = Prisma.sql`(${Prisma.join(scopes, " OR ")})`;
  return instructorId ? Prisma.sql`${scope} AND i.id = ${instructorId}::uuid` : scope;
}

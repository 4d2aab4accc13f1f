import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import type { CoverageWord } from "@/lib/enterprises/labels";

export type StandingToday = {
  parkName: string | null;
  buildingName: string | null;
  isSettled: boolean;
  coverage: CoverageWord;
  branchNames: string | null;
  fullMemberCount: number;
};

/**
 * Where these enterprises are on a day, who covers them and how many full members work there: one read for a page.
 * Each fact is sought by all ids at once: one by one, the planner takes the wrong index.
 */
export async function standingToday(ids: string[], day: Day): Promise<Map<string, StandingToday>> {
  if (ids.length === 0) return new Map();
  const holds = (fact: Prisma.Sql) =>
    Prisma.sql`${fact}."enterpriseId" = ANY (${ids}::uuid[])
      AND ${fact}."validFrom" <= ${day}::date AND (${fact}."validTo" IS NULL OR ${fact}."validTo" > ${day}::date)`;
  const rows = await db.$queryRaw<(StandingToday & { id: string })[]>`
    SELECT e.id::text, coalesce(l."isSettled", false) AS "isSettled",
      (SELECT p."name" FROM "Park" p WHERE p.id = l."parkId") AS "parkName",
      (SELECT b."name" FROM "Building" b WHERE b.id = l."buildingId") AS "buildingName",
      CASE WHEN c.single THEN 'SINGLE' WHEN c.names IS NULL THEN 'NONE' ELSE 'JOINT' END AS coverage,
      c.names AS "branchNames", coalesce(w.full_members, 0) AS "fullMemberCount"
    FROM unnest(${ids}::uuid[]) AS e(id)
    LEFT JOIN "EnterpriseLocation" l ON l."enterpriseId" = e.id AND ${holds(Prisma.sql`l`)}
    LEFT JOIN (
      SELECT c."enterpriseId", bool_or(c."branchKind" = 'SINGLE') AS single,
        string_agg(r."name", '、' ORDER BY r."nameSort") AS names
      FROM "BranchCoverage" c
      JOIN "Branch" r ON r.id = c."branchId" AND r."foundedOn" <= ${day}::date
        AND (r."dissolvedOn" IS NULL OR r."dissolvedOn" > ${day}::date)
      WHERE ${holds(Prisma.sql`c`)} GROUP BY 1
    ) c ON c."enterpriseId" = e.id
    LEFT JOIN (
      SELECT w."enterpriseId", count(*)::int AS full_members
      FROM "Employment" w
      JOIN "Member" m ON m.id = w."memberId" AND (m."leftOn" IS NULL OR m."leftOn" > ${day}::date)
        AND full_member_since(m."becameFullOn", m."stage", m."joinedOn", m."createdAt") <= ${day}::date
      WHERE ${holds(Prisma.sql`w`)} GROUP BY 1
    ) w ON w."enterpriseId" = e.id`;
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

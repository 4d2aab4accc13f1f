import "server-only";
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

/** Where these enterprises are on a day, who covers them and how many full members work there: one read for a page. */
export async function standingToday(ids: string[], day: Day): Promise<Map<string, StandingToday>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<(StandingToday & { id: string })[]>`
    SELECT e.id::text, p."name" AS "parkName", b."name" AS "buildingName", coalesce(l."isSettled", false) AS "isSettled",
      CASE WHEN c.single THEN 'SINGLE' WHEN c.names IS NULL THEN 'NONE' ELSE 'JOINT' END AS coverage,
      c.names AS "branchNames", coalesce(w.full_members, 0) AS "fullMemberCount"
    FROM unnest(${ids}::uuid[]) AS e(id)
    LEFT JOIN "EnterpriseLocation" l ON l."enterpriseId" = e.id
      AND l."validFrom" <= ${day}::date AND (l."validTo" IS NULL OR l."validTo" > ${day}::date)
    LEFT JOIN "Park" p ON p.id = l."parkId"
    LEFT JOIN "Building" b ON b.id = l."buildingId"
    LEFT JOIN LATERAL (
      SELECT bool_or(c."branchKind" = 'SINGLE') AS single, string_agg(r."name", '、' ORDER BY r."nameSort") AS names
      FROM "BranchCoverage" c
      JOIN "Branch" r ON r.id = c."branchId" AND r."foundedOn" <= ${day}::date
        AND (r."dissolvedOn" IS NULL OR r."dissolvedOn" > ${day}::date)
      WHERE c."enterpriseId" = e.id AND c."validFrom" <= ${day}::date AND (c."validTo" IS NULL OR c."validTo" > ${day}::date)
    ) c ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS full_members
      FROM "Employment" w
      JOIN "Member" m ON m.id = w."memberId" AND (m."leftOn" IS NULL OR m."leftOn" > ${day}::date)
        AND full_member_since(m."becameFullOn", m."stage", m."joinedOn", m."createdAt") <= ${day}::date
      WHERE w."enterpriseId" = e.id AND w."validFrom" <= ${day}::date AND (w."validTo" IS NULL OR w."validTo" > ${day}::date)
    ) w ON true`;
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

import "server-only";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db/client";

export type BranchFigures = {
  committeeName: string;
  enterpriseCount: number;
  enterpriseNames: string[];
  fullCount: number;
  memberCount: number;
  secretary: string | null;
  termEndsOn: Day | null;
};

const none: BranchFigures = {
  committeeName: "",
  enterpriseCount: 0,
  enterpriseNames: [],
  fullCount: 0,
  memberCount: 0,
  secretary: null,
  termEndsOn: null,
};

/**
 * What a list shows of each branch on a day, for a whole page in one query: the committee, enterprises covered (the first
 * `nameLimit` names), members (full and probationary), the secretary, the end of the last term.
 * The caller has the ids from a query in the actor's scope.
 */
export async function branchFigures(
  ids: string[],
  day: Day,
  nameLimit: number,
): Promise<(id: string) => BranchFigures> {
  const rows = await db.$queryRaw<(BranchFigures & { id: string })[]>`
    SELECT b.id::text, k."name" AS "committeeName", coalesce(covered.total, 0)::int AS "enterpriseCount", coalesce(covered.names, '{}') AS "enterpriseNames",
      people."fullCount", people."memberCount", secretary."name" AS "secretary",
      (SELECT max(t."endsOn")::text FROM "BranchTerm" t WHERE t."branchId" = b.id) AS "termEndsOn"
    FROM "Branch" b
    JOIN "Committee" k ON k.id = b."committeeId"
    LEFT JOIN LATERAL (
      SELECT count(*) AS total, (array_agg(e."name" ORDER BY e."nameSort"))[1:${nameLimit}::int] AS names
      FROM "BranchCoverage" c JOIN "Enterprise" e ON e.id = c."enterpriseId"
      WHERE c."branchId" = b.id AND c."validFrom" <= ${day}::date AND (c."validTo" IS NULL OR c."validTo" > ${day}::date)
    ) covered ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS "memberCount", (count(*) FILTER (
        WHERE full_member_since(m."becameFullOn", m."stage", m."joinedOn", m."createdAt") <= ${day}::date))::int AS "fullCount"
      FROM "Membership" s JOIN "Member" m ON m.id = s."memberId" AND m."stage" IN ('PROBATIONARY', 'FULL')
      WHERE s."branchId" = b.id AND s."validFrom" <= ${day}::date AND (s."validTo" IS NULL OR s."validTo" > ${day}::date)
    ) people ON true
    LEFT JOIN LATERAL (
      SELECT m."name" FROM "BranchOfficer" o JOIN "Member" m ON m.id = o."memberId"
      WHERE o."branchId" = b.id AND o."post" = 'SECRETARY'
        AND o."validFrom" <= ${day}::date AND (o."validTo" IS NULL OR o."validTo" > ${day}::date)
      LIMIT 1
    ) secretary ON true
    WHERE b.id = ANY(${ids}::uuid[])`;
  const byId = new Map(rows.map(({ id, ...figures }) => [id, figures]));
  return (id) => byId.get(id) ?? none;
}

import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { BranchKind } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db/client";

type Span = { id: string; validFrom: Day; validTo: Day | null };

/** Everything dated that hangs on one enterprise, newest first. */
export type Histories = {
  committeeName: string;
  memberCount: number;
  fullMemberCount: number;
  formerNames: { name: string; validTo: Day }[];
  locations: (Span & {
    parkId: string;
    parkName: string;
    buildingId: string | null;
    buildingName: string | null;
    isSettled: boolean;
  })[];
  coverages: (Span & {
    branchId: string;
    branchName: string;
    committeeId: string;
    kind: BranchKind;
    isLive: boolean;
  })[];
  assignments: (Span & { instructorId: string; instructorName: string; committeeId: string })[];
  associations: Span[];
  scaleYears: { year: number; source: string }[];
};

/** Reads all histories of an enterprise in one query. The caller has found the enterprise in the actor's scope. */
export async function historiesOf(enterpriseId: string, day: Day): Promise<Histories> {
  // By equality the planner takes an index that leads with another column.
  const one = Prisma.sql`= ANY (${[enterpriseId]}::uuid[])`;
  const [histories] = await db.$queryRaw<Histories[]>`
    SELECT k."name" AS "committeeName",
      coalesce(w.members, 0) AS "memberCount", coalesce(w.full_members, 0) AS "fullMemberCount",
      (SELECT coalesce(json_agg(x ORDER BY x."validTo" DESC), '[]')
        FROM (SELECT "name", "validTo" FROM "EnterpriseName" WHERE "enterpriseId" ${one}) x) AS "formerNames",
      (SELECT coalesce(json_agg(x ORDER BY x."validFrom" DESC), '[]')
        FROM (SELECT l.id, l."parkId", p."name" AS "parkName", l."buildingId", b."name" AS "buildingName",
            l."isSettled", l."validFrom", l."validTo"
          FROM "EnterpriseLocation" l JOIN "Park" p ON p.id = l."parkId" LEFT JOIN "Building" b ON b.id = l."buildingId"
          WHERE l."enterpriseId" ${one}) x) AS locations,
      (SELECT coalesce(json_agg(x ORDER BY x."validFrom" DESC), '[]')
        FROM (SELECT c.id, c."branchId", r."name" AS "branchName", r."committeeId", c."branchKind" AS kind,
            r."foundedOn" <= ${day}::date AND (r."dissolvedOn" IS NULL OR r."dissolvedOn" > ${day}::date) AS "isLive",
            c."validFrom", c."validTo"
          FROM "BranchCoverage" c JOIN "Branch" r ON r.id = c."branchId" WHERE c."enterpriseId" ${one}) x) AS coverages,
      (SELECT coalesce(json_agg(x ORDER BY x."validFrom" DESC), '[]')
        FROM (SELECT a.id, a."instructorId", i."name" AS "instructorName", i."committeeId", a."validFrom", a."validTo"
          FROM "Assignment" a JOIN "Instructor" i ON i.id = a."instructorId" WHERE a."enterpriseId" ${one}) x) AS assignments,
      (SELECT coalesce(json_agg(x ORDER BY x."validFrom" DESC), '[]')
        FROM (SELECT id, "validFrom", "validTo" FROM "AssociationMembership" WHERE "enterpriseId" ${one}) x) AS associations,
      (SELECT coalesce(json_agg(x ORDER BY x."year" DESC), '[]')
        FROM (SELECT "year", "source" FROM "EnterpriseScaleYear" WHERE "enterpriseId" ${one}) x) AS "scaleYears"
    FROM "Enterprise" e
    JOIN "Committee" k ON k.id = e."committeeId"
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS members,
        count(*) FILTER (WHERE full_member_since(m."becameFullOn", m."stage", m."joinedOn", m."createdAt") <= ${day}::date)::int
          AS full_members
      FROM "Employment" w
      JOIN "Member" m ON m.id = w."memberId" AND m."stage" IN ('PROBATIONARY', 'FULL')
        AND (m."leftOn" IS NULL OR m."leftOn" > ${day}::date)
      WHERE w."enterpriseId" ${one} AND w."validFrom" <= ${day}::date AND (w."validTo" IS NULL OR w."validTo" > ${day}::date)
    ) w ON true
    WHERE e.id = ${enterpriseId}::uuid`;
  if (!histories) throw new Error("the enterprise vanished while it was read");
  return histories;
}

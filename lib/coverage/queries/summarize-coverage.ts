import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { EnterpriseCategory } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { coverageScope } from "@/lib/coverage/policy";
import { candidates } from "@/lib/coverage/queries/find-proposals";
import { inBase, inState, standingOn } from "@/lib/coverage/queries/standing-rows";
import { type Candidate, proposeJointBranches } from "@/lib/coverage/rules/proposals";
import type { CoverageBase } from "@/lib/coverage/schema";
import { db } from "@/lib/db/client";

/** Enterprises in the base, and how many of them are covered in each way. */
export type CoverageFigures = {
  base: number;
  organized: number;
  single: number;
  joint: number;
  worked: number;
  due: number;
};

type Group = CoverageFigures & {
  park: string | null;
  building: string | null;
  category: EnterpriseCategory | null;
  isAboveScale: boolean | null;
  /** Which columns the row is grouped by: the bits of GROUPING(park, building, category, scale). */
  level: number;
  parkName: string | null;
  buildingName: string | null;
  candidates: Candidate[] | null;
};

const levels = { park: 0b0111, building: 0b0011, category: 0b1101, scale: 0b1110, total: 0b1111 };

/** The counted columns, the same for the board and for the trend. */
export const figures = Prisma.sql`
  count(*)::int AS base,
  count(*) FILTER (WHERE ${inState("ORGANIZED")})::int AS organized,
  count(*) FILTER (WHERE ${inState("SINGLE")})::int AS single,
  count(*) FILTER (WHERE ${inState("JOINT")})::int AS joint,
  count(*) FILTER (WHERE ${inState("WORKED")})::int AS worked,
  count(*) FILTER (WHERE ${inState("DUE")})::int AS due`;

/**
 * Coverage on a day for a base, in all and by park, building, category and scale, with the joint branches that could be
 * founded: one pass over the enterprises. Branches due are counted inside the base, like every other figure; proposals
 * look at every active enterprise. Empty for who may not see coverage.
 */
export async function summarizeCoverage(actor: Actor, asked: { day: Day; base: CoverageBase; committeeId?: string }) {
  const groups = await db.$queryRaw<Group[]>`
    WITH standing AS MATERIALIZED (
      SELECT * FROM ${standingOn(coverageScope(actor, asked.committeeId), asked.day)} s
    ), counted AS (
      SELECT "parkId" AS park, "buildingId" AS building, "category"::text AS category, "isAboveScale",
        GROUPING("parkId", "buildingId", "category", "isAboveScale") AS level, ${figures}
      FROM standing WHERE ${inBase(asked.base)}
      GROUP BY GROUPING SETS (("parkId"), ("parkId", "buildingId"), ("category"), ("isAboveScale"), ())
    )
    SELECT counted.*, p."name" AS "parkName", b."name" AS "buildingName",
      CASE WHEN level = ${levels.total} THEN (SELECT json_agg(c) FROM (${candidates(Prisma.sql`standing`)}) c) END AS candidates
    FROM counted
    LEFT JOIN "Park" p ON p.id = counted.park
    LEFT JOIN "Building" b ON b.id = counted.building
    ORDER BY p."nameSort" NULLS LAST, b."nameSort" NULLS LAST, counted.category`;
  const at = (level: number) => groups.filter((group) => group.level === level);
  const [total] = at(levels.total);
  return {
    total: total ?? { base: 0, organized: 0, single: 0, joint: 0, worked: 0, due: 0 },
    parks: at(levels.park),
    buildings: at(levels.building).filter(({ building }) => building !== null),
    categories: at(levels.category),
    scales: at(levels.scale),
    proposals: proposeJointBranches(total?.candidates ?? []),
  };
}

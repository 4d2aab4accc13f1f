import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { EnterpriseCategory } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { coverageScope } from "@/lib/coverage/policy";
import { canJoin, inBase, inState, standingOn } from "@/lib/coverage/queries/standing-rows";
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

const nothing: CoverageFigures = { base: 0, organized: 0, single: 0, joint: 0, worked: 0, due: 0 };

export type CoverageAsked = { day: Day; base: CoverageBase; committeeId?: string };

type Group = CoverageFigures & {
  park: string | null;
  category: EnterpriseCategory | null;
  isAboveScale: boolean | null;
  /** Which column the row is grouped by: the bits of GROUPING(park, category, scale). */
  level: number;
  parkName: string | null;
  joinable: number;
};

const levels = { park: 0b011, category: 0b101, scale: 0b110, total: 0b111 };

/** The counted columns, the same for the board and for the trend. */
export const figures = Prisma.sql`
  count(*)::int AS base,
  count(*) FILTER (WHERE ${inState("ORGANIZED")})::int AS organized,
  count(*) FILTER (WHERE ${inState("SINGLE")})::int AS single,
  count(*) FILTER (WHERE ${inState("JOINT")})::int AS joint,
  count(*) FILTER (WHERE ${inState("WORKED")})::int AS worked,
  count(*) FILTER (WHERE ${inState("DUE")})::int AS due`;

/**
 * Coverage on a day for a base, in all and by park, category and scale, in one pass over the enterprises.
 * Branches due are counted inside the base, like every other figure; `joinable` looks at every active enterprise: how many
 * could become part of a joint branch. All zero for who may not see coverage.
 */
export async function summarizeCoverage(actor: Actor, asked: CoverageAsked) {
  const groups = await db.$queryRaw<Group[]>`
    WITH standing AS MATERIALIZED (
      SELECT * FROM ${standingOn(coverageScope(actor, asked.committeeId), asked.day)} s
    ), counted AS (
      SELECT "parkId" AS park, "category"::text AS category, "isAboveScale",
        GROUPING("parkId", "category", "isAboveScale") AS level, ${figures}
      FROM standing WHERE ${inBase(asked.base)}
      GROUP BY GROUPING SETS (("parkId"), ("category"), ("isAboveScale"), ())
    )
    SELECT counted.*, p."name" AS "parkName",
      (SELECT count(*)::int FROM standing WHERE ${canJoin}) AS joinable
    FROM counted
    LEFT JOIN "Park" p ON p.id = counted.park
    ORDER BY p."nameSort" NULLS LAST, counted.category, counted."isAboveScale" DESC`;
  const at = (level: number) => groups.filter((group) => group.level === level);
  const [total] = at(levels.total);
  return {
    total: total ?? nothing,
    joinable: total?.joinable ?? 0,
    parks: at(levels.park),
    categories: at(levels.category),
    scales: at(levels.scale),
  };
}

/** The same by building, in pinyin order of park and building; enterprises without a building are left out. */
export function summarizeBuildings(actor: Actor, asked: CoverageAsked) {
  return db.$queryRaw<(CoverageFigures & { id: string; name: string; parkName: string })[]>`
    WITH counted AS (
      SELECT "buildingId", ${figures}
      FROM ${standingOn(coverageScope(actor, asked.committeeId), asked.day)} s
      WHERE ${inBase(asked.base)} AND "buildingId" IS NOT NULL
      GROUP BY "buildingId"
    )
    SELECT counted.*, b.id::text, b."name", p."name" AS "parkName"
    FROM counted JOIN "Building" b ON b.id = counted."buildingId" JOIN "Park" p ON p.id = b."parkId"
    ORDER BY p."nameSort", b."nameSort", b.id`;
}

import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Day } from "@/lib/calendar";
import type { CoverageBase, CoverageState } from "@/lib/coverage/schema";

/** The enterprises of these committees as they stood on a day; the SQL function is the one definition. */
export function standingOn(committeeIds: string[], day: Day): Prisma.Sql {
  return Prisma.sql`enterprise_coverage(${committeeIds}::uuid[], ${day}::date)`;
}

const organized = Prisma.sql`("hasSingleBranch" OR "hasJointBranch")`;
const worked = Prisma.sql`(${organized} OR "hasInstructor")`;

const bases: Record<CoverageBase, Prisma.Sql> = {
  SETTLED: Prisma.sql`"isSettled"`,
  ACTIVE: Prisma.sql`true`,
  ABOVE_SCALE: Prisma.sql`"isAboveScale"`,
  WITH_MEMBERS: Prisma.sql`"memberCount" > 0`,
  ASSOCIATION: Prisma.sql`"isAssociationMember"`,
};

const states: Record<CoverageState, Prisma.Sql> = {
  ORGANIZED: organized,
  SINGLE: Prisma.sql`"hasSingleBranch"`,
  JOINT: Prisma.sql`("hasJointBranch" AND NOT "hasSingleBranch")`,
  UNORGANIZED: Prisma.sql`NOT ${organized}`,
  WORKED: worked,
  UNWORKED: Prisma.sql`NOT ${worked}`,
  DUE: Prisma.sql`("fullMemberCount" >= 3 AND NOT "hasSingleBranch")`,
};

/** Condition: the enterprise belongs to the base (the denominator). */
export function inBase(base: CoverageBase): Prisma.Sql {
  return bases[base];
}

/** Condition: the enterprise counts as the state says. */
export function inState(state: CoverageState): Prisma.Sql {
  return states[state];
}

/** Condition: uncovered, with one or two full members: what a joint branch is made of. */
export const canJoin = Prisma.sql`("fullMemberCount" BETWEEN 1 AND 2 AND NOT ${organized})`;

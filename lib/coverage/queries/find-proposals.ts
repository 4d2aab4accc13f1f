import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { coverageScope } from "@/lib/coverage/policy";
import { canJoin, standingOn } from "@/lib/coverage/queries/standing-rows";
import { type Candidate, type Proposal, proposeJointBranches } from "@/lib/coverage/rules/proposals";
import { db } from "@/lib/db/client";

/** Joint branches that could be founded on a day, from the active uncovered enterprises with one or two full members. */
export async function findProposals(actor: Actor, asked: { day: Day; committeeId?: string }): Promise<Proposal[]> {
  const scope = coverageScope(actor, asked.committeeId);
  const candidates = await db.$queryRaw<Candidate[]>`
    SELECT s.id::text, s."committeeId"::text, s."name", s."category"::text AS "category", s."fullMemberCount",
      s."parkId"::text, park."name" AS "parkName", s."buildingId"::text, building."name" AS "buildingName"
    FROM ${standingOn(scope, asked.day)} s
    LEFT JOIN "Park" park ON park.id = s."parkId"
    LEFT JOIN "Building" building ON building.id = s."buildingId"
    WHERE ${canJoin}
    ORDER BY s."nameSort", s.id`;
  return proposeJointBranches(candidates);
}

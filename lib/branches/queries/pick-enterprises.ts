import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { countFullMembersAt } from "@/lib/branches/queries/count-full-members";
import { freeMembersAt } from "@/lib/branches/queries/free-members";
import type { EnterprisePick } from "@/lib/branches/schema";
import { type Day, toDate, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { visibleMembers } from "@/lib/members/policy";
import { nameMatches } from "@/lib/search/keys";

export type PickedEnterprise = Awaited<ReturnType<typeof describeEnterprises>>[number];

const found = 20;

/**
 * For choosing enterprises of one committee: those chosen already, and those a search finds (part of the name,
 * initials, credit code). Without a search, enterprises with members and without a branch.
 */
export async function pickEnterprises(actor: Actor, committeeId: string, pick: EnterprisePick) {
  const open = { committeeId, OR: [{ closedOn: null }, { closedOn: { gt: toDate(actor.day) } }] };
  const [chosen, others] = await Promise.all([
    describeEnterprises(actor, { AND: [visibleEnterprises(actor), open, { id: { in: pick.enterprises } }] }, 50),
    describeEnterprises(
      actor,
      { AND: [visibleEnterprises(actor), open, { id: { notIn: pick.enterprises } }, wanted(actor, pick)] },
      found,
    ),
  ]);
  return { chosen, found: others };
}

function wanted(actor: Actor, pick: EnterprisePick): Prisma.EnterpriseWhereInput {
  const byName = nameMatches(pick.q);
  if (byName) return { OR: [byName, { creditCode: { startsWith: pick.q.trim().toUpperCase() } }] };
  const full = { ...validOn(actor.day), member: { stage: "FULL" as const, leftOn: null } };
  return { coverages: { none: validOn(actor.day) }, employments: { some: full } };
}

export async function describeEnterprises(actor: Actor, where: Prisma.EnterpriseWhereInput, take: number) {
  const enterprises = await db.enterprise.findMany({
    where,
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take,
    select: {
      id: true,
      name: true,
      coverages: { where: validOn(actor.day), select: { branch: { select: { id: true, name: true } } } },
      locations: {
        where: validOn(actor.day),
        take: 1,
        select: { park: { select: { name: true } }, building: { select: { name: true } } },
      },
    },
  });
  const fullCounts = await countFullMembersAt(
    db,
    enterprises.map(({ id }) => id),
    actor.day,
  );
  return enterprises.map(({ id, name, coverages, locations: [location] }) => ({
    id,
    name,
    parkName: location?.park.name ?? null,
    buildingName: location?.building?.name ?? null,
    fullCount: fullCounts.get(id) ?? 0,
    coveredBy: coverages.map(({ branch }) => branch.name),
  }));
}

/** The members who would join a branch founded over these enterprises on a day, with where they work. */
export async function listJoining(actor: Actor, committeeId: string, enterpriseIds: string[], day: Day) {
  const members = await db.member.findMany({
    where: { AND: [visibleMembers(actor), freeMembersAt(committeeId, enterpriseIds, day)] },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: 100,
    select: {
      id: true,
      name: true,
      stage: true,
      employments: { where: validOn(day), take: 1, select: { enterprise: { select: { name: true } } } },
    },
  });
  return members.map(({ employments: [employment], ...member }) => ({
    ...member,
    employer: employment?.enterprise.name ?? null,
  }));
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Day, toDate, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleMembers } from "@/lib/members/policy";
import { visibleParks } from "@/lib/parks/policy";

type Choice = { value: string; label: string };

/** Live branches of the same committee that can take over from a branch, in pinyin order. */
export async function successorChoices(actor: Actor, branch: { id: string; committeeId: string }): Promise<Choice[]> {
  const branches = await db.branch.findMany({
    where: {
      AND: [visibleBranches(actor), { committeeId: branch.committeeId, dissolvedOn: null, id: { not: branch.id } }],
    },
    orderBy: { nameSort: "asc" },
    take: 500,
    select: { id: true, name: true },
  });
  return branches.map(({ id, name }) => ({ value: id, label: name }));
}

/** The branch's full members today, whom a post can be given to, in pinyin order. */
export async function officerChoices(actor: Actor, branchId: string): Promise<Choice[]> {
  const members = await db.member.findMany({
    where: {
      AND: [visibleMembers(actor), { stage: "FULL", memberships: { some: { branchId, ...validOn(actor.day) } } }],
    },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: 500,
    select: { id: true, name: true },
  });
  return members.map(({ id, name }) => ({ value: id, label: name }));
}

/** Buildings a branch of the committee can meet in, park by park. */
export async function buildingChoices(actor: Actor, committeeId: string): Promise<Choice[]> {
  const buildings = await db.building.findMany({
    where: { closedOn: null, park: { AND: [visibleParks(actor), { committeeId, closedOn: null }] } },
    orderBy: [{ park: { nameSort: "asc" } }, { nameSort: "asc" }],
    take: 1_000,
    select: { id: true, name: true, park: { select: { name: true } } },
  });
  return buildings.map(({ id, name, park }) => ({ value: id, label: `${park.name} · ${name}` }));
}

/** How many members, of any stage, belong to a branch on a day. */
export function countMembers(branchId: string, day: Day): Promise<number> {
  const date = toDate(day);
  return db.membership.count({ where: { branchId, OR: [{ validTo: null }, { validTo: { gt: date } }] } });
}

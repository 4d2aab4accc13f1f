import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { toDay } from "@/lib/calendar";
import { searchHash } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { enterpriseMatches } from "@/lib/enterprises/queries/enterprise-filter";
import { bareCode } from "@/lib/identifiers/characters";
import { visibleMembers } from "@/lib/members/policy";
import { nameMatches } from "@/lib/search/keys";

/** So many of each kind are shown; the rest is in the kind's own list. */
const shownCount = 20;

const inOrder = { orderBy: [{ nameSort: "asc" }, { id: "asc" }], take: shownCount + 1 } satisfies {
  orderBy: Prisma.EnterpriseOrderByWithRelationInput[];
  take: number;
};

type Group<Row> = { rows: Row[]; hasMore: boolean };

const group = <Row>(found: Row[]): Group<Row> => ({
  rows: found.slice(0, shownCount),
  hasMore: found.length > shownCount,
});

/**
 * Enterprises, branches and members in the actor's scope that a text finds: part of a name, pinyin initials, a credit
 * code or six signs of its beginning, the last four digits of a phone, a whole ID number. An empty text finds nothing.
 */
export async function searchEverything(actor: Actor, text: string) {
  const wanted = text.trim();
  if (!nameMatches(wanted)) return null;
  const [enterprises, branches, members] = await Promise.all([
    searchEnterprises(actor, wanted),
    searchBranches(actor, wanted),
    searchMembers(actor, wanted),
  ]);
  return { enterprises: group(enterprises), branches: group(branches), members: group(members) };
}

async function searchEnterprises(actor: Actor, text: string) {
  const found = await db.enterprise.findMany({
    where: { AND: [visibleEnterprises(actor), enterpriseMatches(text)] },
    ...inOrder,
    select: {
      id: true,
      name: true,
      creditCode: true,
      category: true,
      closedOn: true,
      closeReason: true,
      names: { orderBy: { validTo: "desc" }, select: { name: true } },
    },
  });
  return found.map(({ closedOn, names, ...enterprise }) => ({
    ...enterprise,
    closedOn: closedOn && toDay(closedOn),
    formerNames: names.map(({ name }) => name),
  }));
}

async function searchBranches(actor: Actor, text: string) {
  const found = await db.branch.findMany({
    where: { AND: [visibleBranches(actor), nameMatches(text) ?? {}] },
    ...inOrder,
    select: { id: true, name: true, kind: true, dissolvedOn: true },
  });
  return found.map(({ dissolvedOn, ...branch }) => ({ ...branch, dissolvedOn: dissolvedOn && toDay(dissolvedOn) }));
}

type FoundMember = Prisma.MemberGetPayload<{ select: { id: true; name: true; stage: true } }> & {
  leftOn: string | null;
  branchName: string | null;
};

/** With the branch of each, so that two people of one name are told apart. */
async function searchMembers(actor: Actor, text: string): Promise<FoundMember[]> {
  const found = await db.member.findMany({
    where: { AND: [visibleMembers(actor), memberMatches(text)] },
    ...inOrder,
    select: { id: true, name: true, stage: true, leftOn: true },
  });
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const branches = await db.$queryRaw<{ memberId: string; name: string }[]>`
    SELECT m."memberId"::text, b."name" FROM "Membership" m JOIN "Branch" b ON b.id = m."branchId"
    WHERE m."memberId" = ANY (${ids}::uuid[])
      AND m."validFrom" <= ${actor.day}::date AND (m."validTo" IS NULL OR m."validTo" > ${actor.day}::date)`;
  const branchOf = new Map(branches.map(({ memberId, name }) => [memberId, name]));
  return found.map(({ leftOn, ...member }) => ({
    ...member,
    leftOn: leftOn && toDay(leftOn),
    branchName: branchOf.get(member.id) ?? null,
  }));
}

/** By name, or the last four of the phone. Not by ID number: what is searched stands in addresses and histories. */
function memberMatches(text: string): Prisma.MemberWhereInput {
  const byName = nameMatches(text) ?? {};
  const digits = bareCode(text);
  if (!/^\d{4}$/.test(digits)) return byName;
  return { OR: [byName, { phoneTailHash: searchHash("phoneTail", digits) }] };
}

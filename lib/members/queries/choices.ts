import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { nameMatches } from "@/lib/search/keys";

/** The live branches of a committee that a member may be put into, in pinyin order. */
export function branchesToJoin(actor: Actor, committeeId: string) {
  const live = { OR: [{ dissolvedOn: null }, { dissolvedOn: { gt: toDate(actor.day) } }] };
  return db.branch.findMany({
    where: { AND: [visibleBranches(actor), { committeeId }, live] },
    orderBy: { nameSort: "asc" },
    take: 2_000,
    select: { id: true, name: true },
  });
}

/** Names of open enterprises that contain what was typed, or have it as pinyin initials; at most ten. */
export async function suggestEmployers(actor: Actor, typed: string): Promise<string[]> {
  const matches = nameMatches(typed);
  if (!matches) return [];
  const found = await db.enterprise.findMany({
    where: { AND: [visibleEnterprises(actor), matches, { closedOn: null }] },
    orderBy: { nameSort: "asc" },
    take: 10,
    select: { name: true },
  });
  return found.map(({ name }) => name);
}

/** What a list is narrowed to by an address: the names of the branch and the enterprise, where in scope. */
export async function namesOfFilter(
  actor: Actor,
  filter: { branch?: string | undefined; enterprise?: string | undefined },
) {
  const { branch, enterprise } = filter;
  const [branchFound, enterpriseFound] = await Promise.all([
    branch && isRecordId(branch)
      ? db.branch.findFirst({ where: { AND: [visibleBranches(actor), { id: branch }] }, select: { name: true } })
      : null,
    enterprise && isRecordId(enterprise)
      ? db.enterprise.findFirst({
          where: { AND: [visibleEnterprises(actor), { id: enterprise }] },
          select: { name: true },
        })
      : null,
  ]);
  return { branchName: branchFound?.name ?? null, enterpriseName: enterpriseFound?.name ?? null };
}

import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay, validOn } from "@/lib/calendar";
import { canCloseCommittee, canEditCommittee, visibleCommittees } from "@/lib/committees/policy";
import { inTreeOrder } from "@/lib/committees/rules";
import type { CommitteeList } from "@/lib/committees/schema";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { pageWindow } from "@/lib/forms/list-params";

/** The committees the actor may register records under, in pinyin order. */
export function committeeChoices(actor: Actor) {
  return db.committee.findMany({
    where: { AND: [visibleCommittees(actor), { closedOn: null }] },
    orderBy: { nameSort: "asc" },
    take: 200,
    select: { id: true, name: true },
  });
}

/** A city has some forty committees; the tree is put in order whole, then cut into pages. */
const most = 2_000;

/** The committees in scope as a tree, siblings in pinyin order, with what is registered under each today. */
export async function listCommittees(actor: Actor, list: CommitteeList) {
  const tree = await committeeTree(actor, list);
  const { skip, take } = pageWindow(list.page);
  return { rows: await withCounts(actor, tree.slice(skip, skip + take)), total: tree.length };
}

/** The whole list under the same filters, for the export. */
export async function exportCommittees(actor: Actor, list: CommitteeList) {
  return withCounts(actor, await committeeTree(actor, list));
}

async function committeeTree(actor: Actor, list: CommitteeList) {
  const text = list.q.normalize("NFKC").trim();
  const named = { OR: [{ name: { contains: text } }, { code: { contains: text.toLowerCase() } }] };
  const committees = await db.committee.findMany({
    where: { AND: [visibleCommittees(actor), text ? named : {}, list.closed ? {} : { closedOn: null }] },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: most,
    select: {
      id: true,
      parentId: true,
      code: true,
      name: true,
      closedOn: true,
      names: { where: validOn(actor.day), take: 1, select: { districtName: true } },
    },
  });
  return inTreeOrder(
    committees.map(({ names, closedOn, ...committee }) => ({
      ...committee,
      districtName: names[0]?.districtName ?? null,
      closedOn: closedOn && toDay(closedOn),
    })),
  );
}

async function withCounts<T extends { id: string }>(actor: Actor, committees: T[]) {
  const counts = await countUnder(
    actor,
    committees.map(({ id }) => id),
  );
  return committees.map((committee) => ({ ...committee, ...counts(committee.id) }));
}

/** Live branches, enterprises in business and members present today, of each committee itself. */
async function countUnder(actor: Actor, ids: string[]) {
  const day = toDate(actor.day);
  const committeeId = { in: ids };
  const [branches, enterprises, members] = await Promise.all([
    db.branch.groupBy({
      by: "committeeId",
      where: { committeeId, OR: [{ dissolvedOn: null }, { dissolvedOn: { gt: day } }] },
      _count: true,
    }),
    db.enterprise.groupBy({
      by: "committeeId",
      where: { committeeId, OR: [{ closedOn: null }, { closedOn: { gt: day } }] },
      _count: true,
    }),
    db.member.groupBy({
      by: "committeeId",
      where: { committeeId, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
      _count: true,
    }),
  ]);
  const countOf = (groups: { committeeId: string; _count: number }[], id: string) =>
    groups.find((group) => group.committeeId === id)?._count ?? 0;
  return (id: string) => ({
    branchCount: countOf(branches, id),
    enterpriseCount: countOf(enterprises, id),
    memberCount: countOf(members, id),
  });
}

const neighbour = { id: true, name: true, closedOn: true } satisfies Prisma.CommitteeSelect;

/** One committee with its names through time and its neighbours in the tree; null when it is outside the scope. */
export async function findCommittee(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const committee = await db.committee.findFirst({
    where: { AND: [visibleCommittees(actor), { id }] },
    select: {
      id: true,
      parentId: true,
      code: true,
      name: true,
      foundedOn: true,
      closedOn: true,
      closeReason: true,
      version: true,
      parent: { select: neighbour },
      successor: { select: neighbour },
      predecessors: { orderBy: { nameSort: "asc" }, select: neighbour },
      children: { orderBy: { nameSort: "asc" }, select: neighbour },
      names: { orderBy: { validFrom: "desc" } },
    },
  });
  if (!committee) return null;
  const counts = (await countUnder(actor, [id]))(id);
  const names = committee.names.map(({ validFrom, validTo, ...name }) => ({
    ...name,
    validFrom: toDay(validFrom),
    validTo: validTo && toDay(validTo),
  }));
  const isOpen = committee.closedOn === null;
  return {
    ...committee,
    ...counts,
    foundedOn: committee.foundedOn && toDay(committee.foundedOn),
    closedOn: committee.closedOn && toDay(committee.closedOn),
    names,
    present:
      names.find(({ validFrom, validTo }) => validFrom <= actor.day && (!validTo || validTo > actor.day)) ?? null,
    can: {
      edit: canEditCommittee(actor, committee) && isOpen,
      correct: canEditCommittee(actor, committee),
      close: canCloseCommittee(actor, committee) && isOpen,
    },
  };
}

export type Committee = NonNullable<Awaited<ReturnType<typeof findCommittee>>>;

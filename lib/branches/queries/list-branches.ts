import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { branchFigures } from "@/lib/branches/queries/branch-figures";
import type { BranchList } from "@/lib/branches/schema";
import { toDate, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { pageSize, pageWindow } from "@/lib/forms/list-params";
import { electionDueUntil, termState } from "@/lib/rulebook/rules/term";
import { nameMatches } from "@/lib/search/keys";

/** The branches of a list: the actor's scope and the list's filters. */
function branchesWhere(actor: Actor, list: BranchList): Prisma.BranchWhereInput {
  const filters: Prisma.BranchWhereInput[] = [visibleBranches(actor), nameMatches(list.q) ?? {}];
  if (!list.dissolved) filters.push({ dissolvedOn: null });
  if (list.kind) filters.push({ kind: list.kind });
  if (list.committee) filters.push({ committeeId: list.committee });
  if (list.park) filters.push(inPark(actor, list.park));
  if (list.term) filters.push(termFilter(actor, list.term));
  return { AND: filters };
}

/** A branch is in a park when it meets there, or when an enterprise it covers today is there today. */
function inPark(actor: Actor, parkId: string): Prisma.BranchWhereInput {
  const there = { enterprise: { locations: { some: { parkId, ...validOn(actor.day) } } } };
  return { OR: [{ building: { parkId } }, { coverages: { some: { ...validOn(actor.day), ...there } } }] };
}

/** Live branches by the state of their term on the actor's day. */
export function termFilter(actor: Actor, state: NonNullable<BranchList["term"]>): Prisma.BranchWhereInput {
  const endsAfter = (day: string) => ({ endsOn: { gt: toDate(day) } });
  switch (state) {
    case "none":
      return { dissolvedOn: null, terms: { none: {} } };
    case "overdue":
      return { dissolvedOn: null, terms: { some: {}, none: endsAfter(actor.day) } };
    case "due-soon":
      return { dissolvedOn: null, terms: { some: endsAfter(actor.day), none: endsAfter(electionDueUntil(actor.day)) } };
  }
}

function branchesOrder(list: BranchList): Prisma.BranchOrderByWithRelationInput[] {
  const direction = list.sort.startsWith("-") ? "desc" : "asc";
  const column = list.sort.endsWith("foundedOn")
    ? ({ foundedOn: direction } as const)
    : ({ nameSort: direction } as const);
  return [column, { id: direction }];
}

const shown = {
  id: true,
  name: true,
  kind: true,
  foundedOn: true,
  dissolvedOn: true,
  isDemonstration: true,
} satisfies Prisma.BranchSelect;

/** One page of the branches in the actor's scope, with what they cover, their members, secretary and term today. */
export async function listBranches(actor: Actor, list: BranchList) {
  const where = branchesWhere(actor, list);
  const [branches, total] = await Promise.all([
    db.branch.findMany({
      where,
      orderBy: branchesOrder(list),
      ...pageWindow(list.page),
      select: shown,
    }),
    db.branch.count({ where }),
  ]);
  const ids = branches.map(({ id }) => id);
  const figuresOf = await branchFigures(ids, actor.day, 2);
  const rows = branches.map(({ foundedOn, dissolvedOn, ...branch }) => {
    const figures = figuresOf(branch.id);
    return {
      ...branch,
      ...figures,
      foundedOn: toDay(foundedOn),
      dissolvedOn: dissolvedOn && toDay(dissolvedOn),
      termState: termState(figures.termEndsOn, actor.day),
    };
  });
  return { rows, total };
}

/** How many branches an export would hold. */
export function countBranches(actor: Actor, list: BranchList): Promise<number> {
  return db.branch.count({ where: branchesWhere(actor, list) });
}

/** All branches of a list, a chunk of rows at a time, with everything the Excel file shows. */
export async function* exportBranches(actor: Actor, list: BranchList) {
  const ids = await db.branch.findMany({
    where: branchesWhere(actor, list),
    orderBy: branchesOrder(list),
    select: { id: true },
  });
  const chunk = pageSize * 10;
  for (let start = 0; start < ids.length; start += chunk) {
    yield await exportRows(
      actor,
      ids.slice(start, start + chunk).map(({ id }) => id),
    );
  }
}

export type ExportedBranch = Awaited<ReturnType<typeof exportRows>>[number];

async function exportRows(actor: Actor, ids: string[]) {
  const [branches, figuresOf] = await Promise.all([
    db.branch.findMany({
      where: { AND: [visibleBranches(actor), { id: { in: ids } }] },
      select: {
        ...shown,
        approvingPaper: true,
        meetingPlace: true,
        building: { select: { name: true, park: { select: { name: true } } } },
      },
    }),
    branchFigures(ids, actor.day, 1_000),
  ]);
  const byId = new Map(branches.map((branch) => [branch.id, branch]));
  return ids.flatMap((id) => {
    const branch = byId.get(id);
    if (!branch) return [];
    const figures = figuresOf(id);
    return [{ ...branch, ...figures, termState: termState(figures.termEndsOn, actor.day) }];
  });
}

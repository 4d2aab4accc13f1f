import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { pageWindow } from "@/lib/forms/list-params";
import { nameMatches } from "@/lib/search/keys";
import { visibleVisits } from "@/lib/visits/policy";
import type { VisitList } from "@/lib/visits/schema";

type Where = Prisma.VisitWhereInput;

function whereOf(actor: Actor, list: VisitList): Where {
  const filters: Where[] = [visibleVisits(actor), { withdrawnAt: null }];
  const named = nameMatches(list.q);
  if (named) filters.push({ OR: [{ enterprise: named }, { branch: named }, { instructor: named }] });
  if (list.kind) filters.push({ kind: list.kind });
  if (list.instructor) filters.push({ instructorId: list.instructor });
  if (list.enterprise) filters.push({ enterpriseId: list.enterprise });
  if (list.branch) filters.push({ branchId: list.branch });
  if (list.from) filters.push({ visitedOn: { gte: toDate(list.from) } });
  if (list.to) filters.push({ visitedOn: { lte: toDate(list.to) } });
  return { AND: filters };
}

function orderOf({ sort }: VisitList): Prisma.VisitOrderByWithRelationInput[] {
  const direction = sort === "visitedOn" ? "asc" : "desc";
  return [{ visitedOn: direction }, { id: direction }];
}

const named = { select: { id: true, name: true } } as const;

const shown = {
  id: true,
  kind: true,
  visitedOn: true,
  found: true,
  confirmedAt: true,
  instructor: named,
  enterprise: named,
  branch: named,
  _count: { select: { requests: true } },
} satisfies Prisma.VisitSelect;

type Shown = Prisma.VisitGetPayload<{ select: typeof shown }>;

function rowOf({ visitedOn, enterprise, branch, _count, ...row }: Shown) {
  const target = enterprise
    ? { name: enterprise.name, href: `/enterprises/${enterprise.id}` }
    : { name: branch?.name ?? "", href: `/branches/${branch?.id ?? ""}` };
  return { ...row, visitedOn: toDay(visitedOn), target, requestCount: _count.requests };
}

/** One page of the visits in the actor's scope, newest first. Withdrawn ones are left out. */
export async function listVisits(actor: Actor, list: VisitList) {
  const where = whereOf(actor, list);
  const [rows, total] = await Promise.all([
    db.visit.findMany({ where, orderBy: orderOf(list), ...pageWindow(list.page), select: shown }),
    db.visit.count({ where }),
  ]);
  return { rows: rows.map(rowOf), total };
}

/** The last five visits to a branch in the actor's scope, newest first: for the branch's page. */
export async function lastVisitsTo(actor: Actor, branchId: string) {
  const rows = await db.visit.findMany({
    where: { AND: [visibleVisits(actor), { branchId, withdrawnAt: null }] },
    orderBy: [{ visitedOn: "desc" }, { id: "desc" }],
    take: 5,
    select: { id: true, visitedOn: true, found: true, instructor: { select: { name: true } } },
  });
  return rows.map(({ instructor, visitedOn, ...row }) => ({
    ...row,
    visitedOn: toDay(visitedOn),
    instructorName: instructor.name,
  }));
}

/** The visits under the same filters with what was found and done, for the Excel file. */
export async function exportVisits(actor: Actor, list: VisitList) {
  const rows = await db.visit.findMany({
    where: whereOf(actor, list),
    orderBy: orderOf(list),
    take: 50_000,
    select: { ...shown, peopleMet: true, done: true, nextVisitOn: true },
  });
  return rows.map(({ peopleMet, done, nextVisitOn, ...row }) => ({
    ...rowOf(row),
    peopleMet,
    done,
    nextVisitOn: nextVisitOn && toDay(nextVisitOn),
  }));
}

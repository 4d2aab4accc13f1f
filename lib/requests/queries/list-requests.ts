import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { enterpriseMatches } from "@/lib/enterprises/queries/enterprise-filter";
import { pageWindow } from "@/lib/forms/list-params";
import { visibleRequests } from "@/lib/requests/policy";
import { daysOfAge, isRequestOverdue, type RequestAge, requestAge, requestAges } from "@/lib/requests/rules";
import { type RequestList, requestStatuses } from "@/lib/requests/schema";

type Where = Prisma.EnterpriseRequestWhereInput;

const unanswered: Where = { status: { in: ["OPEN", "IN_PROGRESS"] } };

function overdueOn(day: string): Where {
  return { AND: [unanswered, { dueOn: { lt: toDate(day) } }] };
}

function whereOf(actor: Actor, list: RequestList): Where {
  const filters: Where[] = [visibleRequests(actor)];
  if (list.q) filters.push({ OR: [{ text: { contains: list.q } }, { enterprise: enterpriseMatches(list.q) }] });
  if (list.status) filters.push({ status: list.status });
  if (list.category) filters.push({ category: list.category });
  if (list.overdue) filters.push(overdueOn(actor.day));
  if (list.mine) filters.push({ ownerId: actor.userId ?? "" });
  if (list.committee) filters.push({ enterprise: { committeeId: list.committee } });
  if (list.age) {
    const { from, to } = daysOfAge(list.age, actor.day);
    filters.push({ raisedOn: { ...(from ? { gte: toDate(from) } : {}), lte: toDate(to) } });
  }
  return { AND: filters };
}

function orderOf({ sort }: RequestList): Prisma.EnterpriseRequestOrderByWithRelationInput[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  return [sort.endsWith("raisedOn") ? { raisedOn: direction } : { dueOn: direction }, { id: direction }];
}

const shown = {
  id: true,
  status: true,
  category: true,
  origin: true,
  text: true,
  raisedOn: true,
  dueOn: true,
  department: true,
  satisfaction: true,
  enterprise: { select: { id: true, name: true } },
  owner: { select: { name: true } },
} satisfies Prisma.EnterpriseRequestSelect;

type Shown = Prisma.EnterpriseRequestGetPayload<{ select: typeof shown }>;

function rowOf(actor: Actor, { raisedOn, dueOn, owner, ...row }: Shown) {
  const days = { raisedOn: toDay(raisedOn), dueOn: toDay(dueOn) };
  const isOverdue = isRequestOverdue({ status: row.status, dueOn: days.dueOn }, actor.day);
  return { ...row, ...days, ownerName: owner?.name ?? null, isOverdue };
}

/** One page of the requests in the actor's scope, those due first at the top. */
export async function listRequests(actor: Actor, list: RequestList) {
  const where = whereOf(actor, list);
  const [rows, total] = await Promise.all([
    db.enterpriseRequest.findMany({ where, orderBy: orderOf(list), ...pageWindow(list.page), select: shown }),
    db.enterpriseRequest.count({ where }),
  ]);
  return { rows: rows.map((row) => rowOf(actor, row)), total };
}

const ledger = {
  ...shown,
  answer: true,
  answeredOn: true,
  closedOn: true,
  satisfactionNote: true,
  createdByName: true,
} satisfies Prisma.EnterpriseRequestSelect;

/** The ledger: every request under the same filters, with its answer, for the Excel file. */
export async function exportRequests(actor: Actor, list: RequestList) {
  const rows = await db.enterpriseRequest.findMany({
    where: whereOf(actor, list),
    orderBy: orderOf(list),
    take: 50_000,
    select: ledger,
  });
  return rows.map(({ answeredOn, closedOn, ...row }) => ({
    ...row,
    ...rowOf(actor, row),
    answeredOn: answeredOn && toDay(answeredOn),
    closedOn: closedOn && toDay(closedOn),
  }));
}

export type RequestBoard = { status: (typeof requestStatuses)[number]; ages: Record<RequestAge, number> }[];

/** How many requests stand in each state, by age; and how many are overdue. Counted over the actor's whole scope. */
export async function requestBoard(actor: Actor): Promise<{ board: RequestBoard; overdue: number }> {
  const [groups, overdue] = await Promise.all([
    db.enterpriseRequest.groupBy({ by: ["status", "raisedOn"], where: visibleRequests(actor), _count: true }),
    db.enterpriseRequest.count({ where: { AND: [visibleRequests(actor), overdueOn(actor.day)] } }),
  ]);
  const board = requestStatuses.map((status) => {
    const ages = Object.fromEntries(requestAges.map((age) => [age, 0])) as Record<RequestAge, number>;
    for (const group of groups.filter((one) => one.status === status)) {
      ages[requestAge(toDay(group.raisedOn), actor.day)] += group._count;
    }
    return { status, ages };
  });
  return { board, overdue };
}

/** The requests raised in a duty shift that the actor may see, in the order they were written down. */
export async function requestsOfShift(actor: Actor, shiftId: string) {
  const rows = await db.enterpriseRequest.findMany({
    where: { AND: [visibleRequests(actor), { shiftId }] },
    orderBy: { id: "asc" },
    take: 200,
    select: shown,
  });
  return rows.map((row) => rowOf(actor, row));
}

/** The requests of these enterprises that are not closed, those due first: for the card before a visit. */
export async function openRequestsOf(actor: Actor, enterpriseIds: string[]) {
  const rows = await db.enterpriseRequest.findMany({
    where: {
      AND: [visibleRequests(actor), { enterpriseId: { in: enterpriseIds }, status: { not: "CLOSED" } }],
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 500,
    select: shown,
  });
  return rows.map((row) => rowOf(actor, row));
}

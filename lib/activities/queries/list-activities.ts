import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { visibleActivities } from "@/lib/activities/policy";
import { totalsOf } from "@/lib/activities/queries/activity-totals";
import type { ActivityList } from "@/lib/activities/schema";
import type { Actor } from "@/lib/auth/actor";
import { chosenQuarter, quarterDays, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { pageWindow } from "@/lib/forms/list-params";

type Where = Prisma.ActivityWhereInput;

/** The activities of a quarter, by the day on which they begin, under the list's filters and in the actor's scope. */
function whereOf(actor: Actor, list: ActivityList): Where {
  const { from, to } = quarterDays(chosenQuarter(list.q, actor.day));
  const filters: Where[] = [visibleActivities(actor), { startsOn: { gte: toDate(from), lte: toDate(to) } }];
  const name = list.name.normalize("NFKC").trim();
  if (name) filters.push({ OR: [{ title: { contains: name } }, { place: { contains: name } }] });
  if (list.kind) filters.push({ kind: list.kind });
  if (list.status) filters.push({ status: list.status });
  if (list.committee) filters.push({ committeeId: list.committee });
  if (list.campaign) filters.push({ OR: [{ campaignId: list.campaign }, { id: list.campaign }] });
  return { AND: filters };
}

function orderOf({ sort }: ActivityList): Prisma.ActivityOrderByWithRelationInput[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  return [sort.endsWith("title") ? { title: direction } : { startsOn: direction }, { id: direction }];
}

const came = { where: { attendedCount: { gt: 0 } } };

export const activityRow = {
  id: true,
  kind: true,
  status: true,
  title: true,
  place: true,
  startsOn: true,
  endsOn: true,
  committee: { select: { name: true } },
  branch: { select: { name: true } },
  task: { select: { title: true } },
  campaign: { select: { id: true, title: true } },
  _count: { select: { branches: true, enterprises: true } },
} satisfies Prisma.ActivitySelect;

type Shown = Prisma.ActivityGetPayload<{ select: typeof activityRow }>;

export function rowOf({ startsOn, endsOn, committee, branch, task, _count, ...row }: Shown) {
  return {
    ...row,
    startsOn: toDay(startsOn),
    endsOn: toDay(endsOn),
    organizerName: branch?.name ?? committee.name,
    taskTitle: task?.title ?? null,
    askedBranches: _count.branches,
    askedEnterprises: _count.enterprises,
  };
}

export type ActivityRow = ReturnType<typeof rowOf>;

/** One page of the quarter's activities, how many there are, and what the held ones come to. */
export async function listActivities(actor: Actor, list: ActivityList) {
  const where = whereOf(actor, list);
  const [rows, total, totals] = await Promise.all([
    db.activity.findMany({ where, orderBy: orderOf(list), ...pageWindow(list.page), select: activityRow }),
    db.activity.count({ where }),
    totalsOf(where),
  ]);
  return { rows: rows.map(rowOf), total, totals };
}

const ledger = {
  ...activityRow,
  organizers: true,
  heldNote: true,
  cancelReason: true,
  branches: { ...came, select: { attendedCount: true } },
  enterprises: { ...came, select: { attendedCount: true } },
  figures: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { measure: true, amount: true, unit: true, note: true },
  },
} satisfies Prisma.ActivitySelect;

/** Every activity under the same filters, with who came and what came of it, for the Excel file. */
export async function exportActivities(actor: Actor, list: ActivityList) {
  const rows = await db.activity.findMany({
    where: whereOf(actor, list),
    orderBy: orderOf(list),
    take: 20_000,
    select: ledger,
  });
  return rows.map(({ branches, enterprises, figures, organizers, heldNote, cancelReason, ...row }) => ({
    ...rowOf(row),
    organizers,
    heldNote,
    cancelReason,
    branchCount: branches.length,
    branchPeople: peopleOf(branches),
    enterpriseCount: enterprises.length,
    enterprisePeople: peopleOf(enterprises),
    figures: figures.map(({ amount, ...figure }) => ({ ...figure, amount: amount.toNumber() })),
  }));
}

function peopleOf(units: { attendedCount: number | null }[]): number {
  return units.reduce((sum, { attendedCount }) => sum + (attendedCount ?? 0), 0);
}

/** The campaigns in the actor's scope, the latest first, for filtering. */
export async function campaignFilter(actor: Actor) {
  const campaigns = await db.activity.findMany({
    where: { AND: [visibleActivities(actor), { kind: "CAMPAIGN", status: { not: "CANCELLED" } }] },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: 50,
    select: { id: true, title: true },
  });
  return campaigns;
}

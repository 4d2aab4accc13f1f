import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { type Quarter, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { pageSize, pageWindow } from "@/lib/forms/list-params";
import { nameMatches } from "@/lib/search/keys";
import { visibleSummaries } from "@/lib/summaries/policy";
import { isOnTime, timelinessOf } from "@/lib/summaries/rules/timeliness";
import type { SummaryList } from "@/lib/summaries/schema";

type Plans = { id: string; summaryDueOn: Date }[];

/** The plans of a quarter: one for each committee that has published one. */
function plansOf({ year, quarter }: Quarter): Promise<Plans> {
  return db.quarterlyPlan.findMany({
    where: { year, quarter, status: { not: "DRAFT" } },
    select: { id: true, summaryDueOn: true },
  });
}

/** The expected branches of a quarter in the actor's scope, under the list's filters. */
function summariesWhere(actor: Actor, plans: Plans, list: SummaryList): Prisma.PlanBranchWhereInput {
  const filters: Prisma.PlanBranchWhereInput[] = [
    visibleSummaries(actor),
    { planId: { in: plans.map(({ id }) => id) } },
  ];
  const named = nameMatches(list.name);
  if (named) filters.push({ branch: named });
  if (list.committee) filters.push({ branch: { committeeId: list.committee } });
  if (list.status) filters.push(hasStatus(list.status));
  if (list.time) filters.push(cameInTime(plans, list.time));
  return { AND: filters };
}

/** A summary not begun is a draft to everybody but its secretary. */
function hasStatus(status: NonNullable<SummaryList["status"]>): Prisma.PlanBranchWhereInput {
  const has = { summary: { is: { status } } };
  return status === "DRAFT" ? { OR: [{ summary: { is: null } }, has] } : has;
}

function cameInTime(plans: Plans, time: NonNullable<SummaryList["time"]>): Prisma.PlanBranchWhereInput {
  if (time === "waiting") return { OR: [{ summary: { is: null } }, { summary: { is: { firstSubmittedOn: null } } }] };
  return {
    OR: plans.map(({ id, summaryDueOn }) => {
      const firstSubmittedOn = time === "on-time" ? { lte: summaryDueOn } : { gt: summaryDueOn };
      return { planId: id, summary: { is: { firstSubmittedOn } } };
    }),
  };
}

const shown = {
  planId: true,
  branchId: true,
  branchName: true,
  branch: { select: { committee: { select: { name: true } } } },
  plan: { select: { summaryDueOn: true } },
  summary: { select: { id: true, status: true, firstSubmittedOn: true, acceptedAt: true } },
} satisfies Prisma.PlanBranchSelect;

type Found = Prisma.PlanBranchGetPayload<{ select: typeof shown }>;

function rowOf(actor: Actor, { branch, plan, summary, ...row }: Found) {
  const firstSubmittedOn = summary?.firstSubmittedOn ? toDay(summary.firstSubmittedOn) : null;
  return {
    ...row,
    committeeName: branch.committee.name,
    summaryId: summary?.id ?? null,
    status: summary?.status ?? ("DRAFT" as const),
    firstSubmittedOn,
    acceptedAt: summary?.acceptedAt ?? null,
    timeliness: timelinessOf(firstSubmittedOn, toDay(plan.summaryDueOn), actor.day),
  };
}

export type SummaryRow = ReturnType<typeof rowOf>;

function order(list: SummaryList): Prisma.PlanBranchOrderByWithRelationInput[] {
  const direction = list.sort.startsWith("-") ? "desc" : "asc";
  return [{ branch: { nameSort: direction } }, { branchId: direction }, { planId: direction }];
}

/** One page of a quarter's summaries in the actor's scope, by the branches' names in pinyin order. */
export async function listSummaries(actor: Actor, quarter: Quarter, list: SummaryList) {
  const where = summariesWhere(actor, await plansOf(quarter), list);
  const [rows, total] = await Promise.all([
    db.planBranch.findMany({ where, orderBy: order(list), ...pageWindow(list.page), select: shown }),
    db.planBranch.count({ where }),
  ]);
  return { rows: rows.map((row) => rowOf(actor, row)), total };
}

/** How many an export would hold. */
export async function countSummaries(actor: Actor, quarter: Quarter, list: SummaryList): Promise<number> {
  return db.planBranch.count({ where: summariesWhere(actor, await plansOf(quarter), list) });
}

/** All summaries of a list, a chunk of rows at a time. */
export async function* exportSummaries(actor: Actor, quarter: Quarter, list: SummaryList) {
  const where = summariesWhere(actor, await plansOf(quarter), list);
  const chunk = pageSize * 10;
  for (let skip = 0; ; skip += chunk) {
    const rows = await db.planBranch.findMany({ where, orderBy: order(list), skip, take: chunk, select: shown });
    if (rows.length > 0) yield rows.map((row) => rowOf(actor, row));
    if (rows.length < chunk) return;
  }
}

/** Where a quarter stands in the actor's scope: expected, submitted, on time, waiting for review, accepted. */
export async function summarizeQuarter(actor: Actor, quarter: Quarter, committee: string | undefined) {
  const plans = await plansOf(quarter);
  const rows = await db.planBranch.findMany({
    where: {
      AND: [
        visibleSummaries(actor),
        { planId: { in: plans.map(({ id }) => id) } },
        committee ? { branch: { committeeId: committee } } : {},
      ],
    },
    select: { planId: true, summary: { select: { status: true, firstSubmittedOn: true } } },
  });
  const dueOn = new Map(plans.map(({ id, summaryDueOn }) => [id, toDay(summaryDueOn)]));
  const submitted = rows.flatMap(({ planId, summary }) =>
    summary?.firstSubmittedOn ? [{ dueOn: dueOn.get(planId) ?? "", on: toDay(summary.firstSubmittedOn) }] : [],
  );
  const withStatus = (status: string) => rows.filter(({ summary }) => summary?.status === status).length;
  return {
    expected: rows.length,
    submitted: submitted.length,
    onTime: submitted.filter(({ on, dueOn: due }) => isOnTime(on, due)).length,
    waiting: withStatus("SUBMITTED"),
    accepted: withStatus("ACCEPTED"),
  };
}

import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { type Quarter, readQuarter, toDay, writeQuarterInText } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { pageWindow } from "@/lib/forms/list-params";
import { canManagePlan, visiblePlans } from "@/lib/plans/policy";
import type { PlanList } from "@/lib/plans/schema";

function plansWhere(actor: Actor, list: PlanList): Prisma.QuarterlyPlanWhereInput {
  const text = list.q.normalize("NFKC").trim();
  const filters: Prisma.QuarterlyPlanWhereInput[] = [visiblePlans(actor)];
  const quarter = readQuarter(text.toUpperCase());
  if (quarter) filters.push(quarter);
  else if (text) filters.push({ title: { contains: text } });
  if (list.year) filters.push({ year: list.year });
  if (list.status) filters.push({ status: list.status });
  if (list.committee) filters.push({ committeeId: list.committee });
  return { AND: filters };
}

function plansOrder(list: PlanList): Prisma.QuarterlyPlanOrderByWithRelationInput[] {
  const direction = list.sort === "quarter" ? "asc" : "desc";
  return [{ year: direction }, { quarter: direction }, { committee: { nameSort: "asc" } }, { id: "asc" }];
}

/** One page of the plans in the actor's scope, newest quarter first, with how far the branches in scope are. */
export async function listPlans(actor: Actor, list: PlanList) {
  const where = plansWhere(actor, list);
  const [rows, total] = await Promise.all([
    plansWithFigures(actor, { where, orderBy: plansOrder(list), ...pageWindow(list.page) }),
    db.quarterlyPlan.count({ where }),
  ]);
  return { rows, total };
}

/** The whole list under the same filters, for the export: a committee has four plans a year. */
export function exportPlans(actor: Actor, list: PlanList) {
  return plansWithFigures(actor, { where: plansWhere(actor, list), orderBy: plansOrder(list), take: 5_000 });
}

export type ListedPlan = Awaited<ReturnType<typeof plansWithFigures>>[number];

async function plansWithFigures(
  actor: Actor,
  asked: Pick<Prisma.QuarterlyPlanFindManyArgs, "where" | "orderBy" | "skip" | "take">,
) {
  const inScope = { branch: visibleBranches(actor) };
  const plans = await db.quarterlyPlan.findMany({
    ...asked,
    select: {
      id: true,
      committeeId: true,
      year: true,
      quarter: true,
      title: true,
      status: true,
      summaryDueOn: true,
      committee: { select: { name: true } },
      _count: { select: { tasks: { where: { withdrawnIn: null } }, expected: { where: inScope } } },
    },
  });
  const planId = { in: plans.map(({ id }) => id) };
  const [takenOver, accepted] = await Promise.all([
    db.planBranch.groupBy({
      by: "planId",
      where: { planId, takenOverAt: { not: null }, ...inScope },
      _count: true,
    }),
    db.quarterlySummary.groupBy({ by: "planId", where: { planId, status: "ACCEPTED", ...inScope }, _count: true }),
  ]);
  const countOf = (groups: { planId: string; _count: number }[], id: string) =>
    groups.find((group) => group.planId === id)?._count ?? 0;
  return plans.map(({ _count, committee, summaryDueOn, ...plan }) => ({
    ...plan,
    quarterText: writeQuarterInText({ year: plan.year, quarter: plan.quarter as Quarter["quarter"] }),
    committeeName: committee.name,
    summaryDueOn: toDay(summaryDueOn),
    taskCount: _count.tasks,
    expectedCount: _count.expected,
    takenOverCount: countOf(takenOver, plan.id),
    acceptedCount: countOf(accepted, plan.id),
    /** For a secretary the counts speak of the own branches. */
    isManaged: canManagePlan(actor, plan),
  }));
}

/** The years of the plans in the actor's scope, newest first, for the filter. */
export async function planYears(actor: Actor): Promise<number[]> {
  const years = await db.quarterlyPlan.groupBy({
    by: "year",
    where: visiblePlans(actor),
    orderBy: { year: "desc" },
  });
  return years.map(({ year }) => year);
}

import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { type Actor, holds } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { termFilter } from "@/lib/branches/queries/list-branches";
import { addDays, type Quarter, toDate, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { branchOverdue } from "@/lib/enterprises/queries/enterprise-filter";
import { visibleImports } from "@/lib/imports/policy";
import { visibleServicePoints } from "@/lib/service-points/policy";
import { counted } from "@/lib/todos/rules/counted";
import { type CommitteePlan, followUps, missingPlans } from "@/lib/todos/rules/staff";
import type { Todo } from "@/lib/todos/rules/todo";

/** Plans older than this are history. */
const followUpDays = 365;

/** What committee staff must do: the quarter's loop first, then the register. A fixed number of counts and lists. */
export async function staffTodos(actor: Actor): Promise<Todo[]> {
  if (!holds(actor, "STAFF") || actor.committeeIds.length === 0) return [];
  const staff: Actor = { ...actor, roles: ["STAFF"] };
  const [toReview, planned, register] = await Promise.all([countToReview(staff), plansOf(staff), registerTodos(staff)]);
  return [
    ...counted("REVIEW", toReview, "份季度总结待审核", "/summaries/review"),
    ...missingPlans(planned.committeeIds, planned.plans, actor.day),
    ...followUps(planned.plans, actor.day),
    ...register,
  ];
}

/** Nobody reviews what they lead themselves. */
function countToReview(actor: Actor): Promise<number> {
  return db.quarterlySummary.count({
    where: { status: "SUBMITTED", branch: { AND: [visibleBranches(actor), { id: { notIn: actor.branchIds } }] } },
  });
}

async function plansOf(actor: Actor) {
  const inScope = {
    committeeId: { in: actor.committeeIds },
    summaryDueOn: { gte: toDate(addDays(actor.day, -followUpDays)) },
  };
  const countExpected = (where: Prisma.PlanBranchWhereInput) =>
    db.planBranch.groupBy({
      by: ["planId"],
      where: { AND: [{ plan: { ...inScope, status: "PUBLISHED" }, branch: { dissolvedOn: null } }, where] },
      _count: { _all: true },
    });
  const [committees, plans, notTakenOver, unsubmitted] = await Promise.all([
    db.committee.findMany({
      where: { id: { in: actor.committeeIds }, closedOn: null, branches: { some: { dissolvedOn: null } } },
      orderBy: { nameSort: "asc" },
      select: { id: true },
    }),
    db.quarterlyPlan.findMany({
      where: inScope,
      orderBy: [{ year: "asc" }, { quarter: "asc" }, { id: "asc" }],
      select: {
        id: true,
        committeeId: true,
        year: true,
        quarter: true,
        status: true,
        summaryDueOn: true,
        bulletin: { select: { id: true, status: true } },
      },
    }),
    countExpected({ takenOverAt: null }),
    countExpected({ OR: [{ summary: { is: null } }, { summary: { is: { firstSubmittedOn: null } } }] }),
  ]);
  const countIn = (counts: typeof notTakenOver, id: string) =>
    counts.find(({ planId }) => planId === id)?._count._all ?? 0;
  return {
    committeeIds: committees.map(({ id }) => id),
    plans: plans.map(
      (plan): CommitteePlan => ({
        ...plan,
        quarter: plan.quarter as Quarter["quarter"],
        summaryDueOn: toDay(plan.summaryDueOn),
        notTakenOver: countIn(notTakenOver, plan.id),
        unsubmitted: countIn(unsubmitted, plan.id),
      }),
    ),
  };
}

async function registerTodos(actor: Actor): Promise<Todo[]> {
  const [imports, terms, uncovered, servicePoints] = await Promise.all([
    db.importBatch.count({ where: { AND: [visibleImports(actor), { status: "JUDGED" }] } }),
    termTodos(actor, ""),
    db.enterprise.count({ where: { AND: [visibleEnterprises(actor), branchOverdue(actor)] } }),
    db.servicePoint.count({
      where: { AND: [visibleServicePoints(actor), { closedOn: null, assignments: { none: validOn(actor.day) } }] },
    }),
  ]);
  return [
    ...counted("IMPORT", imports, "个导入待确认", "/imports"),
    ...terms,
    ...counted("COVERAGE", uncovered, "家企业的计划建支日期已过，仍未覆盖", "/enterprises?overdue=1", true),
    ...counted("SERVICE_POINT", servicePoints, "个服务点没有党建指导员", "/service-points"),
  ];
}

/** Branches in the actor's scope whose election is late or comes within six months; `whose` stands before the noun. */
export async function termTodos(actor: Actor, whose: string): Promise<Todo[]> {
  const count = (state: "overdue" | "due-soon") =>
    db.branch.count({ where: { AND: [visibleBranches(actor), termFilter(actor, state)] } });
  const [overdue, dueSoon] = await Promise.all([count("overdue"), count("due-soon")]);
  return [
    ...counted("TERM", overdue, `个${whose}党支部任期已届满，应尽快换届`, "/branches?term=overdue", true),
    ...counted("TERM", dueSoon, `个${whose}党支部六个月内任期届满`, "/branches?term=due-soon"),
  ];
}

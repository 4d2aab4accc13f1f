import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Quarter, readQuarter, writeQuarter } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { canReviewSummaries, isOwnSummary, visibleSummaries } from "@/lib/summaries/policy";

/**
 * The summaries waiting for the actor's review, oldest quarter first, then by name in pinyin order; those of one quarter
 * when `q` names one. What is the actor's own is left to others.
 */
export async function reviewQueue(actor: Actor, q: string | undefined) {
  if (!canReviewSummaries(actor)) return [];
  const asked = q ? readQuarter(q) : null;
  const rows = await db.planBranch.findMany({
    where: {
      AND: [
        visibleSummaries(actor),
        { branch: { committeeId: { in: actor.committeeIds } } },
        { summary: { is: { status: "SUBMITTED" } } },
        asked ? { plan: { year: asked.year, quarter: asked.quarter } } : {},
      ],
    },
    orderBy: [
      { plan: { year: "asc" } },
      { plan: { quarter: "asc" } },
      { branch: { nameSort: "asc" } },
      { branchId: "asc" },
    ],
    take: 500,
    select: {
      planId: true,
      branchId: true,
      branchName: true,
      plan: { select: { year: true, quarter: true } },
      summary: {
        select: { id: true, submissions: { orderBy: { number: "desc" }, take: 1, select: { byId: true } } },
      },
    },
  });
  return rows.flatMap(({ plan, summary, ...row }) => {
    if (!summary || isOwnSummary(actor, { ...row, submittedById: summary.submissions[0]?.byId ?? null })) return [];
    const quarter = { year: plan.year, quarter: plan.quarter as Quarter["quarter"] };
    return [{ ...row, id: summary.id, quarter, q: writeQuarter(quarter) }];
  });
}

export type QueuedSummary = Awaited<ReturnType<typeof reviewQueue>>[number];

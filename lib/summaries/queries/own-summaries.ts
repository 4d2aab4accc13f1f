import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Quarter, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { canWriteSummaries, visibleSummaries } from "@/lib/summaries/policy";
import { timelinessOf } from "@/lib/summaries/rules/timeliness";
import type { Reasons } from "@/lib/summaries/schema";

/** The summaries of the branches the actor leads, sent back ones first, then the newest quarter; the last twelve. */
export async function ownSummaries(actor: Actor) {
  if (!canWriteSummaries(actor)) return [];
  const rows = await db.planBranch.findMany({
    where: { AND: [visibleSummaries(actor), { branchId: { in: actor.branchIds } }] },
    orderBy: [{ plan: { year: "desc" } }, { plan: { quarter: "desc" } }, { branchId: "asc" }],
    take: 12,
    select: {
      planId: true,
      branchId: true,
      branchName: true,
      plan: { select: { year: true, quarter: true, summaryDueOn: true } },
      summary: {
        select: {
          status: true,
          firstSubmittedOn: true,
          steps: {
            where: { action: { in: ["SEND_BACK", "REOPEN"] } },
            orderBy: { at: "desc" },
            take: 1,
            select: { reasons: true },
          },
        },
      },
    },
  });
  const own = rows.map(({ plan, summary, ...row }) => {
    const status = summary?.status ?? ("DRAFT" as const);
    const firstSubmittedOn = summary?.firstSubmittedOn ? toDay(summary.firstSubmittedOn) : null;
    const dueOn = toDay(plan.summaryDueOn);
    return {
      ...row,
      quarter: { year: plan.year, quarter: plan.quarter as Quarter["quarter"] },
      status,
      isBegun: summary !== null,
      firstSubmittedOn,
      dueOn,
      timeliness: timelinessOf(firstSubmittedOn, dueOn, actor.day),
      reasons: status === "SENT_BACK" ? ((summary?.steps[0]?.reasons ?? null) as Reasons | null) : null,
    };
  });
  const sentBackFirst = (row: { status: string }) => (row.status === "SENT_BACK" ? 0 : 1);
  return own.toSorted((one, other) => sentBackFirst(one) - sentBackFirst(other));
}

export type OwnSummary = Awaited<ReturnType<typeof ownSummaries>>[number];

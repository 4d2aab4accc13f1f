import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Quarter, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { summaryAbilities, visibleSummaries } from "@/lib/summaries/policy";
import { gatherEvidence } from "@/lib/summaries/queries/gather-evidence";
import { assembleContent, readContent } from "@/lib/summaries/rules/content";
import { timelinessOf } from "@/lib/summaries/rules/timeliness";
import type { Reasons, SummaryContent, SummaryKey } from "@/lib/summaries/schema";

const blank = { practice: "", effect: "", problems: "", nextSteps: "" };

/** One expected branch's summary on a plan, begun or not; null when missing or outside the actor's scope. */
export async function findSummary(actor: Actor, { planId, branchId }: SummaryKey) {
  if (!isRecordId(planId) || !isRecordId(branchId)) return null;
  const expected = await db.planBranch.findFirst({
    where: { AND: [visibleSummaries(actor), { planId, branchId }] },
    select: {
      branchName: true,
      branch: { select: { committeeId: true } },
      plan: { select: { id: true, title: true, year: true, quarter: true, summaryDueOn: true } },
      summary: {
        select: {
          id: true,
          status: true,
          version: true,
          practice: true,
          effect: true,
          problems: true,
          nextSteps: true,
          firstSubmittedOn: true,
          updatedAt: true,
          submissions: {
            orderBy: { number: "asc" },
            select: { number: true, at: true, byId: true, byName: true },
          },
          steps: {
            orderBy: [{ at: "asc" }, { id: "asc" }],
            select: { id: true, action: true, at: true, byName: true, reasons: true },
          },
        },
      },
    },
  });
  if (!expected) return null;
  const { summary } = expected;
  const status = summary?.status ?? "DRAFT";
  const plan = {
    ...expected.plan,
    quarter: expected.plan.quarter as Quarter["quarter"],
    summaryDueOn: toDay(expected.plan.summaryDueOn),
  };
  const firstSubmittedOn = summary?.firstSubmittedOn ? toDay(summary.firstSubmittedOn) : null;
  const submittedById = summary?.submissions.at(-1)?.byId ?? null;
  const texts = summary && {
    practice: summary.practice,
    effect: summary.effect,
    problems: summary.problems,
    nextSteps: summary.nextSteps,
  };
  return {
    planId,
    branchId,
    branchName: expected.branchName,
    plan,
    summaryId: summary?.id ?? null,
    status,
    version: summary?.version ?? 0,
    texts: texts ?? blank,
    savedAt: summary?.updatedAt ?? null,
    firstSubmittedOn,
    timeliness: timelinessOf(firstSubmittedOn, plan.summaryDueOn, actor.day),
    submissions: (summary?.submissions ?? []).map(({ number, at, byName }) => ({ number, at, byName })),
    steps: (summary?.steps ?? []).map((step) => ({ ...step, reasons: step.reasons as Reasons | null })),
    can: summaryAbilities(actor, { branchId, committeeId: expected.branch.committeeId, submittedById, status }),
  };
}

export type Summary = NonNullable<Awaited<ReturnType<typeof findSummary>>>;

/** The content of one submission of a summary the actor has read. */
export async function findSubmission(summary: Summary, number: number): Promise<SummaryContent | null> {
  if (!summary.summaryId) return null;
  const kept = await db.summarySubmission.findUnique({
    where: { summaryId_number: { summaryId: summary.summaryId, number } },
    select: { content: true },
  });
  return kept && readContent(kept.content);
}

/**
 * A summary as it is to be read: while its secretary writes, what stands there now with the records of today;
 * for everybody else the last submission, or null where nothing was submitted.
 */
export async function currentContent(actor: Actor, summary: Summary): Promise<SummaryContent | null> {
  if (!summary.can.write) return findSubmission(summary, summary.submissions.length);
  const evidence = await gatherEvidence(actor, summary.plan, summary.branchId);
  return assembleContent(evidence, { texts: summary.texts, results: {} }, actor.day);
}

import "server-only";
import { staffOfCommittee } from "@/lib/accounts/queries/recipients";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { type Quarter, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { notify } from "@/lib/outbox/notify";
import { writeTexts } from "@/lib/summaries/commands/save-draft";
import {
  auditSubject,
  keepStep,
  lockSummary,
  type SummaryInHand,
  stale,
  statusAfterOrRefuse,
} from "@/lib/summaries/commands/summary-in-hand";
import { canWriteSummary } from "@/lib/summaries/policy";
import { findSummary } from "@/lib/summaries/queries/find-summary";
import { gatherEvidence } from "@/lib/summaries/queries/gather-evidence";
import { assembleContent, type Evidence } from "@/lib/summaries/rules/content";
import { hindrancesOf } from "@/lib/summaries/rules/gaps";
import type { SummaryContent, WrittenSummary } from "@/lib/summaries/schema";

/**
 * Submits the summary as written, with the records as they stand: the submission is kept, the day of the first one
 * decides whether the summary is on time, and the committee's staff are told. Refuses a mandatory task that nothing
 * speaks of, a summary without a single paragraph, and whatever a save refuses.
 */
export async function submitSummary(actor: Actor, input: WrittenSummary): Promise<{ number: number }> {
  const evidence = await evidenceFor(actor, input);
  return command(actor, "summary.submit", input, async (tx, record) => {
    const summary = await lockSummary(tx, actor, input);
    if (!canWriteSummary(actor, summary)) throw notFound("季度总结");
    const to = statusAfterOrRefuse(summary, "SUBMIT");
    if ((summary.stored?.version ?? 0) !== input.version) throw stale(summary);
    const content = assembleContent(evidence, input, actor.day);
    refuseHindered(content);
    const { id } = await writeTexts(tx, actor, summary, input);
    const number = summary.submissionCount + 1;
    const firstSubmittedOn = summary.stored?.firstSubmittedOn ?? toDate(actor.day);
    const written = await tx.quarterlySummary.updateMany({
      where: { id, status: summary.status },
      data: { status: to, firstSubmittedOn },
    });
    if (written.count !== 1) throw stale(summary);
    await tx.summarySubmission.create({
      data: { summaryId: id, number, byId: actor.userId, byName: actor.name, content },
      select: { id: true },
    });
    const stepId = await keepStep(tx, actor, { id, status: summary.status }, { action: "SUBMIT", to });
    await tellStaff(tx, actor, summary, stepId);
    await record({
      ...auditSubject(summary, id),
      before: { status: summary.status },
      after: { status: to, number, gaps: content.gaps },
    });
    return { number };
  });
}

/** Read before the transaction: what the records said when the button was pressed. */
async function evidenceFor(actor: Actor, input: WrittenSummary): Promise<Evidence> {
  const summary = await findSummary(actor, input);
  if (!summary) throw notFound("季度总结");
  const plan = { ...summary.plan, quarter: summary.plan.quarter as Quarter["quarter"] };
  return gatherEvidence(actor, plan, input.branchId);
}

function refuseHindered(content: SummaryContent): void {
  const hindrances = hindrancesOf(content);
  if (hindrances.length === 0) return;
  throw new DomainError("WRONG_STATE", `还不能报送：${hindrances.join("；")}。请补记组织生活或写一句说明后再报送。`);
}

async function tellStaff(tx: Tx, actor: Actor, summary: SummaryInHand, stepId: string): Promise<void> {
  const staff = await staffOfCommittee(summary.plan.committeeId, actor.day, tx);
  await notify(tx, {
    kind: "SUMMARY_SUBMITTED",
    userIds: staff.filter((userId) => userId !== actor.userId),
    text: `${summary.name}已报送，待审核。`,
    href: `/summaries/${summary.planId}/${summary.branchId}`,
    dedupeKey: `summary-step:${stepId}`,
  });
}

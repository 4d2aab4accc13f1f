import "server-only";
import type { NotificationKind, SummaryAction } from "@/generated/prisma/enums";
import { secretariesOf } from "@/lib/accounts/queries/recipients";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { DomainError, notFound } from "@/lib/errors";
import { notify } from "@/lib/outbox/notify";
import {
  auditSubject,
  begun,
  keepStep,
  lockSummary,
  refuseUnseen,
  type SummaryInHand,
  stale,
  statusAfterOrRefuse,
} from "@/lib/summaries/commands/summary-in-hand";
import { isOwnSummary, worksForCommitteeOf } from "@/lib/summaries/policy";
import { reasonsOf } from "@/lib/summaries/rules/reasons";
import type { Reasons, ReopenedSummary, SeenSummary, SentBackSummary } from "@/lib/summaries/schema";

/** Accepts a submitted summary: it is locked from now on. */
export function acceptSummary(actor: Actor, input: SeenSummary): Promise<{ id: string }> {
  return review(actor, "summary.accept", "ACCEPT", input);
}

/** Sends a submitted summary back with reasons, section by section. It stays on time when it was. */
export async function sendBackSummary(actor: Actor, input: SentBackSummary): Promise<{ id: string }> {
  const reasons = reasonsOf(input);
  if (Object.keys(reasons).length === 0) throw new DomainError("CONFLICT", "请说明退回的原因。");
  return review(actor, "summary.sendBack", "SEND_BACK", input, reasons);
}

/** Opens one branch's accepted summary again, with a reason; every other one stays locked. */
export function reopenSummary(actor: Actor, input: ReopenedSummary): Promise<{ id: string }> {
  return review(actor, "summary.reopen", "REOPEN", input, { other: input.reason });
}

type ReviewAction = Extract<SummaryAction, "ACCEPT" | "SEND_BACK" | "REOPEN">;

/** The frame of the three: not one's own, in the right state, as it was seen; its secretaries are told. */
function review(
  actor: Actor,
  name: string,
  action: ReviewAction,
  input: SeenSummary,
  reasons?: Reasons,
): Promise<{ id: string }> {
  return command(actor, name, input, async (tx, record) => {
    const summary = await lockSummary(tx, actor, input);
    refuseOwnOrForeign(actor, summary);
    const { id } = begun(summary);
    const to = statusAfterOrRefuse(summary, action);
    refuseUnseen(summary, input.version);
    const written = await tx.quarterlySummary.updateMany({
      where: { id, version: input.version, status: summary.status },
      data: { status: to, acceptedAt: to === "ACCEPTED" ? new Date() : null, version: { increment: 1 } },
    });
    if (written.count !== 1) throw stale(summary);
    const stepId = await keepStep(
      tx,
      actor,
      { id, status: summary.status },
      { action, to, ...(reasons && { reasons }) },
    );
    const secretaries = await secretariesOf([summary.branchId], actor.day, tx);
    await notify(tx, {
      ...news(summary)[action],
      userIds: secretaries.filter((userId) => userId !== actor.userId),
      href: `/summaries/${summary.planId}/${summary.branchId}`,
      dedupeKey: `summary-step:${stepId}`,
    });
    await record({
      ...auditSubject(summary, id),
      before: { status: summary.status },
      after: { status: to, ...(reasons && { reasons }) },
    });
    return { id };
  });
}

function refuseOwnOrForeign(actor: Actor, summary: SummaryInHand): void {
  if (!worksForCommitteeOf(actor, summary)) throw notFound("季度总结");
  if (isOwnSummary(actor, summary)) {
    throw new DomainError("FORBIDDEN", "不能审核本人所在支部或本人报送的总结。请由党委其他工作人员办理。");
  }
}

function news({ name }: SummaryInHand): Record<ReviewAction, { kind: NotificationKind; text: string }> {
  return {
    ACCEPT: { kind: "SUMMARY_ACCEPTED", text: `${name}已通过。` },
    SEND_BACK: { kind: "SUMMARY_SENT_BACK", text: `${name}已退回，请按意见修改后重新报送。` },
    REOPEN: { kind: "SUMMARY_REOPENED", text: `${name}已重新开启，请修改后重新报送。` },
  };
}

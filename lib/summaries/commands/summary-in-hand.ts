import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { SummaryAction, SummaryStatus } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound, StaleError } from "@/lib/errors";
import { summaryStatusLabels } from "@/lib/summaries/labels";
import { visibleSummaries } from "@/lib/summaries/policy";
import { type Reasons, resultField, type SummaryKey } from "@/lib/summaries/schema";
import { statusAfter } from "@/lib/summaries/workflow";

/**
 * The summary a command is about, in the actor's scope, begun or not. Its branch's place in the plan is locked until the
 * end of the transaction: two people acting on one summary act one after the other.
 */
export async function lockSummary(tx: Tx, actor: Actor, { planId, branchId }: SummaryKey) {
  await tx.$executeRaw`
    SELECT 1 FROM "PlanBranch" WHERE "planId" = ${planId}::uuid AND "branchId" = ${branchId}::uuid FOR NO KEY UPDATE`;
  const expected = await tx.planBranch.findFirst({
    where: { AND: [visibleSummaries(actor), { planId, branchId }] },
    select: {
      branchName: true,
      branch: { select: { committeeId: true } },
      plan: { select: { committeeId: true, year: true, quarter: true } },
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
          results: { select: { taskId: true, text: true } },
          submissions: { orderBy: { number: "desc" }, take: 1, select: { number: true, byId: true } },
          steps: { where: { action: "SUBMIT" }, orderBy: { at: "desc" }, take: 1, select: { from: true } },
        },
      },
    },
  });
  if (!expected) throw notFound("季度总结");
  const { summary, branch, plan, branchName } = expected;
  const [last] = summary?.submissions ?? [];
  return {
    planId,
    branchId,
    branchName,
    committeeId: branch.committeeId,
    plan,
    name: `${branchName}${plan.year}年第${plan.quarter}季度总结`,
    status: summary?.status ?? ("DRAFT" as const),
    cameFrom: summary?.steps[0]?.from,
    submittedById: last?.byId ?? null,
    submissionCount: last?.number ?? 0,
    stored: summary,
  };
}

export type SummaryInHand = Awaited<ReturnType<typeof lockSummary>>;

/** The summary, which must have been begun. */
export function begun(summary: SummaryInHand) {
  if (!summary.stored) throw notFound("季度总结");
  return summary.stored;
}

/** Where an action leads from here; refuses one that the status does not have. */
export function statusAfterOrRefuse(summary: SummaryInHand, action: SummaryAction): SummaryStatus {
  const to = statusAfter(summary.status, action, summary.cameFrom);
  if (!to) throw new DomainError("WRONG_STATE", `总结现在是“${summaryStatusLabels[summary.status]}”，${ways[action]}`);
  return to;
}

const ways: Record<SummaryAction, string> = {
  SUBMIT: "不能报送。已报送而要修改的，请先撤回报送；已通过的，请联系党委工作人员重新开启。",
  WITHDRAW: "不能撤回。已通过的总结要修改，请联系党委工作人员重新开启。",
  SEND_BACK: "不能退回。请刷新页面查看最新情况；已通过的总结请用“重新开启”。",
  ACCEPT: "不能通过。请刷新页面查看最新情况。",
  REOPEN: "不需要重新开启。只有已通过的总结才能重新开启。",
};

/** Decides on what was seen: a summary withdrawn or written since is looked at again first. */
export function refuseUnseen(summary: SummaryInHand, version: number): void {
  if (summary.stored && summary.stored.version !== version) {
    throw new DomainError("CONFLICT", "这份总结在您打开页面后又有变化。请刷新页面，看过最新内容后再办理。");
  }
}

/** The refusal of a stale save, with what stands there now, field by field. */
export function stale(summary: SummaryInHand): StaleError {
  const { stored } = summary;
  const { practice = "", effect = "", problems = "", nextSteps = "" } = stored ?? {};
  const results = (stored?.results ?? []).map(({ taskId, text }) => [resultField(taskId), text] as const);
  return new StaleError(stored?.version ?? 0, {
    practice,
    effect,
    problems,
    nextSteps,
    ...Object.fromEntries(results),
  });
}

type Step = { action: SummaryAction; to: SummaryStatus; reasons?: Reasons };

/** Keeps who did it, when and why; gives the step's id. */
export async function keepStep(
  tx: Tx,
  actor: Actor,
  summary: { id: string; status: SummaryStatus },
  { action, to, reasons }: Step,
): Promise<string> {
  const step = await tx.summaryStep.create({
    data: {
      summaryId: summary.id,
      action,
      from: summary.status,
      to,
      byId: actor.userId,
      byName: actor.name,
      ...(reasons ? { reasons: reasons as Prisma.InputJsonObject } : {}),
    },
    select: { id: true },
  });
  return step.id;
}

/** How a summary stands in the trail. */
export function auditSubject(summary: SummaryInHand, id: string) {
  return {
    subjectType: "QuarterlySummary",
    subjectId: id,
    subjectName: summary.name,
    committeeId: summary.committeeId,
  };
}

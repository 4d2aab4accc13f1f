import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { auditSubject, lockSummary, type SummaryInHand, stale } from "@/lib/summaries/commands/summary-in-hand";
import { summaryStatusLabels } from "@/lib/summaries/labels";
import { canWriteSummary } from "@/lib/summaries/policy";
import type { WrittenSummary } from "@/lib/summaries/schema";
import { isOpen } from "@/lib/summaries/workflow";

export type Saved = { id: string; version: number };

/**
 * Keeps what the secretary has written so far; the first save begins the summary. Refuses a summary under review or
 * locked, and a save from a page opened before somebody else saved: then with both texts, and nothing overwritten.
 */
export function saveDraft(actor: Actor, input: WrittenSummary): Promise<Saved> {
  return command(actor, "summary.saveDraft", input, async (tx, record) => {
    const summary = await lockSummary(tx, actor, input);
    const saved = await writeTexts(tx, actor, summary, input);
    await record({ ...auditSubject(summary, saved.id), after: { version: saved.version } });
    return saved;
  });
}

/** Writes the texts of an open summary on the version they were typed on. */
export async function writeTexts(tx: Tx, actor: Actor, summary: SummaryInHand, input: WrittenSummary): Promise<Saved> {
  if (!canWriteSummary(actor, summary)) throw notFound("季度总结");
  if (!isOpen(summary.status)) {
    throw new DomainError(
      "WRONG_STATE",
      `总结现在是“${summaryStatusLabels[summary.status]}”，不能修改。${
        summary.status === "SUBMITTED" ? "要修改请先撤回报送。" : "要修改请联系党委工作人员重新开启。"
      }`,
    );
  }
  const { planId, branchId, texts } = input;
  if ((summary.stored?.version ?? 0) !== input.version) throw stale(summary);
  const saved = summary.stored
    ? await rewrite(tx, summary.stored.id, summary, input)
    : await tx.quarterlySummary.create({ data: { planId, branchId, ...texts }, select: { id: true, version: true } });
  await writeResults(tx, saved.id, input);
  return saved;
}

async function rewrite(tx: Tx, id: string, summary: SummaryInHand, { version, texts }: WrittenSummary): Promise<Saved> {
  const written = await tx.quarterlySummary.updateMany({
    where: { id, version, status: summary.status },
    data: { ...texts, version: { increment: 1 } },
  });
  if (written.count !== 1) throw stale(summary);
  return { id, version: version + 1 };
}

/** What is said of the tasks shown on the form; one emptied is gone, one not shown stays. */
async function writeResults(tx: Tx, summaryId: string, { planId, results }: WrittenSummary): Promise<void> {
  const taskIds = Object.keys(results);
  if (taskIds.length === 0) return;
  const ofPlan = await tx.planTask.findMany({ where: { planId, id: { in: taskIds } }, select: { id: true } });
  if (ofPlan.length !== taskIds.length) {
    throw new DomainError("CONFLICT", "计划任务有变动。请复制已填写的内容，刷新页面后再填写。");
  }
  await tx.summaryTaskResult.deleteMany({ where: { summaryId, taskId: { in: taskIds } } });
  const said = taskIds.flatMap((taskId) => {
    const text = (results[taskId] ?? "").trim();
    return text ? [{ summaryId, taskId, text }] : [];
  });
  await tx.summaryTaskResult.createMany({ data: said });
}

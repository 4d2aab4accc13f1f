import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { notFound } from "@/lib/errors";
import {
  auditSubject,
  begun,
  keepStep,
  lockSummary,
  refuseUnseen,
  stale,
  statusAfterOrRefuse,
} from "@/lib/summaries/commands/summary-in-hand";
import { canWriteSummary } from "@/lib/summaries/policy";
import type { SeenSummary } from "@/lib/summaries/schema";

/** The secretary takes a summary back that nobody has reviewed yet, to where it was submitted from. */
export function withdrawSummary(actor: Actor, input: SeenSummary): Promise<{ id: string }> {
  return command(actor, "summary.withdraw", input, async (tx, record) => {
    const summary = await lockSummary(tx, actor, input);
    if (!canWriteSummary(actor, summary)) throw notFound("季度总结");
    const { id } = begun(summary);
    const to = statusAfterOrRefuse(summary, "WITHDRAW");
    refuseUnseen(summary, input.version);
    const written = await tx.quarterlySummary.updateMany({
      where: { id, version: input.version, status: summary.status },
      data: { status: to, version: { increment: 1 } },
    });
    if (written.count !== 1) throw stale(summary);
    await keepStep(tx, actor, { id, status: summary.status }, { action: "WITHDRAW", to });
    await record({ ...auditSubject(summary, id), before: { status: summary.status }, after: { status: to } });
    return { id };
  });
}

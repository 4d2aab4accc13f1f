import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { DomainError, notFound } from "@/lib/errors";
import { canSilenceFindings, visibleFindings } from "@/lib/rulebook/policy";
import type { RuleId } from "@/lib/rulebook/rules/finding";
import { ruleOf } from "@/lib/rulebook/rules/rulebook";
import type { EndedSilence } from "@/lib/rulebook/schema";

/** Takes a finding up again before its day. Refuses one that speaks already. */
export function endSilence(actor: Actor, input: EndedSilence): Promise<{ branchId: string }> {
  return command(actor, "finding.endSilence", input, async (tx, record) => {
    const silence = await tx.findingSilence.findFirst({
      where: { id: input.id, branch: visibleFindings(actor) },
      select: {
        rule: true,
        until: true,
        reason: true,
        branch: { select: { id: true, name: true, committeeId: true } },
      },
    });
    if (!silence || !canSilenceFindings(actor, silence.branch)) throw notFound("暂缓记录");
    const ended = await tx.findingSilence.updateMany({
      where: { id: input.id, endedAt: null, until: { gt: toDate(actor.day) } },
      data: { endedAt: new Date() },
    });
    if (ended.count !== 1) throw new DomainError("WRONG_STATE", "这条提示已经恢复，不需要再次恢复。请返回查看。");
    const { branch } = silence;
    await record({
      subjectType: "Branch",
      subjectId: branch.id,
      subjectName: branch.name,
      committeeId: branch.committeeId,
      before: { rule: ruleOf(silence.rule as RuleId).title, until: toDay(silence.until), reason: silence.reason },
    });
    return { branchId: branch.id };
  });
}

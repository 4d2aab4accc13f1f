import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { addMonths, formatDayInText, toDate, toDay, validOn } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { canSilenceFindings, visibleFindings } from "@/lib/rulebook/policy";
import { longestSilenceMonths } from "@/lib/rulebook/rules/finding";
import { ruleOf } from "@/lib/rulebook/rules/rulebook";
import type { SilencedFinding } from "@/lib/rulebook/schema";

/**
 * Puts what a rule finds of a branch, or of one of its members, aside until a day, with a reason.
 * Refuses a day that is not ahead or more than a year ahead, a dissolved branch, and a finding already put aside.
 */
export function silenceFinding(actor: Actor, input: SilencedFinding): Promise<{ branchId: string }> {
  return command(actor, "finding.silence", input, async (tx, record) => {
    const { rule, subjectId, until, reason } = input;
    const branch = await lockBranchOf(tx, actor, input.branchId);
    const subject = await subjectOf(tx, actor, branch, input);
    refuseDay(actor, until);
    const earlier = await tx.findingSilence.findFirst({
      where: { branchId: branch.id, rule, subjectId, endedAt: null, until: { gt: toDate(actor.day) } },
      select: { until: true, byName: true },
    });
    if (earlier) {
      const day = formatDayInText(toDay(earlier.until));
      throw new DomainError("WRONG_STATE", `这条提示已由${earlier.byName}暂缓到${day}。要改日期，请先恢复提示。`);
    }
    const by = { byId: actor.userId, byName: actor.name };
    await tx.findingSilence.create({
      data: { branchId: branch.id, rule, subjectId, until: toDate(until), reason, ...by },
      select: { id: true },
    });
    await record({
      subjectType: "Branch",
      subjectId: branch.id,
      subjectName: branch.name,
      committeeId: branch.committeeId,
      reason,
      after: { rule: ruleOf(rule).title, subject: subject.name, until },
    });
    return { branchId: branch.id };
  });
}

/** Two people silencing in one branch act one after the other. */
async function lockBranchOf(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "Branch" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const branch = await tx.branch.findFirst({
    where: { AND: [visibleFindings(actor), { id }] },
    select: { id: true, name: true, committeeId: true, dissolvedOn: true },
  });
  if (!branch || !canSilenceFindings(actor, branch)) throw notFound("党支部");
  if (branch.dissolvedOn && toDay(branch.dissolvedOn) <= actor.day) {
    throw new DomainError("WRONG_STATE", `“${branch.name}”已撤销，不再有规则提示。`);
  }
  return branch;
}

/** A rule about branches finds things of the branch itself, one about members of those in the branch today. */
async function subjectOf(tx: Tx, actor: Actor, branch: { id: string; name: string }, input: SilencedFinding) {
  if (ruleOf(input.rule).about === "BRANCH" || input.subjectId === branch.id) {
    if (input.subjectId !== branch.id) throw notFound("规则提示");
    return branch;
  }
  const member = await tx.member.findFirst({
    where: { id: input.subjectId, memberships: { some: { branchId: branch.id, ...validOn(actor.day) } } },
    select: { name: true },
  });
  if (!member) throw notFound("规则提示");
  return member;
}

function refuseDay(actor: Actor, until: string): void {
  if (until <= actor.day) throw new DomainError("CONFLICT", "暂缓到的日期应晚于今天。请填写以后的日期。");
  if (until > addMonths(actor.day, longestSilenceMonths)) {
    throw new DomainError(
      "CONFLICT",
      `一次最多暂缓 ${longestSilenceMonths} 个月。请填写更近的日期，到期后可再次暂缓。`,
    );
  }
}

import "server-only";
import { staffOfCommittee } from "@/lib/accounts/queries/recipients";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { notify } from "@/lib/outbox/notify";
import { canAnswerSuggestion, canWriteSuggestion, visibleSuggestions } from "@/lib/suggestions/policy";
import type { AnsweredSuggestion, NewSuggestion } from "@/lib/suggestions/schema";

/**
 * Puts a suggestion or a complaint into the box. It goes to the staff of the person's own committee; where there is none
 * (administrator, auditor) to the administrator. The trail keeps that it was written, not what it says.
 */
export function writeSuggestion(actor: Actor, input: NewSuggestion): Promise<{ id: string }> {
  return command(actor, "suggestion.write", input, async (tx, record) => {
    if (!canWriteSuggestion(actor) || !actor.userId) throw notFound("页面");
    const committeeId = await committeeOf(tx, actor);
    const { id } = await tx.suggestion.create({
      data: { ...input, userId: actor.userId, userName: actor.name, committeeId },
      select: { id: true },
    });
    if (committeeId) {
      const staff = await staffOfCommittee(committeeId, actor.day, tx);
      await notify(tx, {
        kind: "SUGGESTION_RECEIVED",
        userIds: staff.filter((userId) => userId !== actor.userId),
        text: input.kind === "COMPLAINT" ? "收到一条投诉，请答复。" : "收到一条建议，请答复。",
        href: `/suggestions/${id}`,
        dedupeKey: `suggestion:${id}`,
      });
    }
    await record({ subjectType: "Suggestion", subjectId: id, committeeId, after: { kind: input.kind } });
    return { id };
  });
}

/** The first committee the person works in, as a role places it there. */
async function committeeOf(tx: Tx, actor: Actor): Promise<string | null> {
  const grants = await tx.roleGrant.findMany({
    where: { userId: actor.userId ?? "" },
    orderBy: { validFrom: "asc" },
    select: { committeeId: true, branch: { select: { committeeId: true } } },
  });
  const granted = grants.map((grant) => grant.committeeId ?? grant.branch?.committeeId).find(Boolean);
  if (granted || !actor.instructorId) return granted ?? null;
  const profile = await tx.instructor.findUnique({
    where: { id: actor.instructorId },
    select: { committeeId: true },
  });
  return profile?.committeeId ?? null;
}

/** Answers a suggestion, once; its author learns it. Refuses the own one and one that was answered meanwhile. */
export function answerSuggestion(actor: Actor, input: AnsweredSuggestion): Promise<{ id: string }> {
  return command(actor, "suggestion.answer", input, async (tx, record) => {
    const { id, version, answer } = input;
    const one = await tx.suggestion.findFirst({
      where: { AND: [visibleSuggestions(actor), { id }] },
      select: { userId: true, committeeId: true },
    });
    if (!one || !canAnswerSuggestion(actor, one)) throw notFound("意见");
    const written = await tx.suggestion.updateMany({
      where: { id, version, answeredAt: null },
      data: {
        answer,
        answeredAt: new Date(),
        answeredById: actor.userId,
        answeredByName: actor.name,
        version: { increment: 1 },
      },
    });
    if (written.count !== 1) throw new DomainError("CONFLICT", "这条意见刚刚已由他人答复。请返回查看。");
    await notify(tx, {
      kind: "SUGGESTION_ANSWERED",
      userIds: [one.userId],
      text: "您提的意见已有答复。",
      href: `/suggestions/${id}`,
      dedupeKey: `suggestion-answer:${id}`,
    });
    await record({ subjectType: "Suggestion", subjectId: id, committeeId: one.committeeId });
    return { id };
  });
}

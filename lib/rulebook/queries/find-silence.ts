import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { canSilenceFindings, visibleFindings } from "@/lib/rulebook/policy";
import type { RuleId } from "@/lib/rulebook/rules/finding";
import { ruleOf } from "@/lib/rulebook/rules/rulebook";

/** A finding put aside, while it is; null when it speaks again, or outside what the actor may silence. */
export async function findSilence(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const silence = await db.findingSilence.findFirst({
    where: { id, endedAt: null, until: { gt: toDate(actor.day) }, branch: visibleFindings(actor) },
    select: {
      id: true,
      rule: true,
      until: true,
      reason: true,
      byName: true,
      branch: { select: { id: true, name: true, committeeId: true } },
    },
  });
  if (!silence || !canSilenceFindings(actor, silence.branch)) return null;
  return { ...silence, title: ruleOf(silence.rule as RuleId).title, until: toDay(silence.until) };
}

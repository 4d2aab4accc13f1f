import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Day, formatDayInText } from "@/lib/calendar";
import { DomainError } from "@/lib/errors";

/** Joining and becoming full are things that have happened: their days cannot lie ahead. */
export function refuseFuture(actor: Actor, facts: { joinedOn: Day | null; becameFullOn: Day | null }): void {
  if (facts.joinedOn) refuseLaterThanToday(actor, "入党日期", facts.joinedOn);
  if (facts.becameFullOn) refuseLaterThanToday(actor, "转正日期", facts.becameFullOn);
}

/** Refuses a day after today for what must have happened before it is recorded. */
export function refuseLaterThanToday(actor: Actor, label: string, day: Day): void {
  if (day <= actor.day) return;
  throw new DomainError("CONFLICT", `${label}不能晚于今天（${formatDayInText(actor.day)}）。请核对日期。`);
}

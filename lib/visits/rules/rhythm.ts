import type { Day } from "@/lib/calendar";
import { type Due, nextDueOn, standingOf } from "@/lib/instructors/rules/rhythm";

/**
 * When the next visit is owed, and how that stands on a day: by the end of the month (of the quarter, for a rhythm of
 * whole quarters) so many months after the last visit, or after the assignment began (domain section 5: monthly unless
 * the committee says otherwise). A day the instructor set itself comes first when it is earlier.
 */
export function visitDue(
  rhythmMonths: number,
  known: { assignedFrom: Day; lastVisitOn: Day | null; plannedOn: Day | null },
  day: Day,
): { dueOn: Day; due: Due } {
  const { lastVisitOn, plannedOn } = known;
  const since = lastVisitOn ?? known.assignedFrom;
  const byRhythm = nextDueOn(rhythmMonths, since);
  const dueOn = plannedOn !== null && plannedOn > since && plannedOn < byRhythm ? plannedOn : byRhythm;
  return { dueOn, due: standingOf(rhythmMonths, { dueOn, lastOn: lastVisitOn }, day) };
}

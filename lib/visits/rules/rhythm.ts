import { addDays, addMonths, type Day } from "@/lib/calendar";
import { type Due, standingOf } from "@/lib/instructors/rules/rhythm";

/**
 * The last day on which the next visit keeps the rhythm: so many months after the last visit, or after the assignment
 * began (domain section 5: monthly unless the committee says otherwise). A day the instructor set itself comes first
 * when it is earlier.
 */
export function nextVisitDue(
  rhythmMonths: number,
  known: { assignedFrom: Day; lastVisitOn: Day | null; plannedOn: Day | null },
): Day {
  const since = known.lastVisitOn ?? known.assignedFrom;
  const byRhythm = addMonths(since, rhythmMonths);
  const { plannedOn } = known;
  return plannedOn !== null && plannedOn > since && plannedOn < byRhythm ? plannedOn : byRhythm;
}

/** How it stands on a day. A visit made this month settles the month, whatever falls due in it. */
export function visitDue(dueOn: Day, lastVisitOn: Day | null, day: Day): Due {
  return standingOf(dueOn, lastVisitOn, day, monthOf);
}

/** `2026-11`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** First and last day of the month a day lies in, both included. */
export function monthDays(day: Day): { from: Day; to: Day } {
  const from = `${monthOf(day)}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

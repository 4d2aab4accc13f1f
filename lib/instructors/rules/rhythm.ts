import { monthDays } from "@/lib/agenda/rules/month";
import { addMonths, type Day, quarterDays, quarterOf } from "@/lib/calendar";

/** How something owed in a rhythm stands on a day: done in its period, owed in it, owed since an earlier day, or not yet. */
export type Due = "DONE" | "DUE" | "OVERDUE" | "LATER";

/**
 * The period a rhythm counts in, first and last day: the quarter where it counts whole quarters, else the month.
 * "Monthly" is once in every month, not every thirty days (domain section 5).
 */
function periodOf(rhythmMonths: number, day: Day): { from: Day; to: Day } {
  return rhythmMonths % 3 === 0 ? quarterDays(quarterOf(day)) : monthDays(day.slice(0, 7));
}

/** The last day on which the next one keeps the rhythm: the end of the period so many months after a day. */
export function nextDueOn(rhythmMonths: number, since: Day): Day {
  return periodOf(rhythmMonths, addMonths(since, rhythmMonths)).to;
}

/** How it stands on a day. What was done in the present period settles it, but for an earlier day that is past. */
export function standingOf(rhythmMonths: number, owed: { dueOn: Day; lastOn: Day | null }, day: Day): Due {
  const { from, to } = periodOf(rhythmMonths, day);
  if (owed.dueOn < day) return "OVERDUE";
  if (owed.lastOn !== null && owed.lastOn >= from) return "DONE";
  return owed.dueOn <= to ? "DUE" : "LATER";
}

/** Those owed longest first; the order in which they came among those of one day. */
export function longestOwedFirst<Row extends { dueOn: Day }>(rows: Row[]): Row[] {
  return rows.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

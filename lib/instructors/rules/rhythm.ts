import type { Day } from "@/lib/calendar";

/** How something owed in a rhythm stands on a day: done in its period, owed in it, owed since an earlier day, or not yet. */
export type Due = "DONE" | "DUE" | "OVERDUE" | "LATER";

/** How it stands on a day. What was done in the same period settles it, whatever falls due in that period. */
export function standingOf(dueOn: Day, lastOn: Day | null, day: Day, periodOf: (day: Day) => string): Due {
  if (dueOn < day) return "OVERDUE";
  if (lastOn !== null && periodOf(lastOn) === periodOf(day)) return "DONE";
  return periodOf(dueOn) === periodOf(day) ? "DUE" : "LATER";
}

/** Those owed longest first; the order in which they came among those of one day. */
export function longestOwedFirst<Row extends { dueOn: Day }>(rows: Row[]): Row[] {
  return rows.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

import type { Day } from "@/lib/calendar";

export type Timeliness = "ON_TIME" | "LATE" | "WAITING" | "OVERDUE";

/** On time: first submitted not later than the deadline, whatever is sent back later (domain section 2). */
export function isOnTime(firstSubmittedOn: Day, dueOn: Day): boolean {
  return firstSubmittedOn <= dueOn;
}

/** How a summary stands to its deadline on a day. */
export function timelinessOf(firstSubmittedOn: Day | null, dueOn: Day, day: Day): Timeliness {
  if (firstSubmittedOn) return isOnTime(firstSubmittedOn, dueOn) ? "ON_TIME" : "LATE";
  return day > dueOn ? "OVERDUE" : "WAITING";
}

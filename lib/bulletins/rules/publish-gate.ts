import { type Day, type Quarter, quarterDays } from "@/lib/calendar";

/** RUNNING: the quarter is not over. EARLY: branches may still report on time. OPEN: the deadline has passed. */
export type PublishGate = "RUNNING" | "EARLY" | "OPEN";

/**
 * Whether a quarter's bulletin may be published on a day: not while the quarter runs, since its end's coverage is not known;
 * until the summary deadline only when asked for expressly; freely from the day after it.
 */
export function publishGate(quarter: Quarter, summaryDueOn: Day, day: Day): PublishGate {
  if (day <= quarterDays(quarter).to) return "RUNNING";
  return day <= summaryDueOn ? "EARLY" : "OPEN";
}

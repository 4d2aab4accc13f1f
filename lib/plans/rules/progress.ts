import type { SummaryStatus } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import type { TaskState } from "@/lib/plans/rules";

/** The figures of a plan's reports; each is a list of expected branches. */
export const reportFigures = [
  "expected",
  "received",
  "onTime",
  "late",
  "waiting",
  "sentBack",
  "accepted",
  "missing",
] as const;

export type ReportFigure = (typeof reportFigures)[number];

/** A branch's summary as far as the figures ask; null: not begun. */
export type Report = { status: SummaryStatus; firstSubmittedOn: Day | null } | null;

/**
 * Whether an expected branch counts in a figure. Received: submitted and not taken back by the branch; one sent back to be
 * mended has been received. On time: first submitted on the deadline or before, whatever happened later (domain section 2).
 */
export function countsIn(figure: ReportFigure, report: Report, dueOn: Day): boolean {
  const isReceived = report !== null && report.status !== "DRAFT";
  const isOnTime = isReceived && report.firstSubmittedOn !== null && report.firstSubmittedOn <= dueOn;
  switch (figure) {
    case "expected":
      return true;
    case "received":
      return isReceived;
    case "onTime":
      return isOnTime;
    case "late":
      return isReceived && !isOnTime;
    case "waiting":
      return report?.status === "SUBMITTED";
    case "sentBack":
      return report?.status === "SENT_BACK";
    case "accepted":
      return report?.status === "ACCEPTED";
    case "missing":
      return !isReceived;
  }
}

/** All figures of the expected branches' reports. */
export function countReports(reports: Report[], dueOn: Day): Record<ReportFigure, number> {
  const counts = reportFigures.map((figure) => [
    figure,
    reports.filter((report) => countsIn(figure, report, dueOn)).length,
  ]);
  return Object.fromEntries(counts) as Record<ReportFigure, number>;
}

export type TaskTally = Record<TaskState, number> & {
  /** Branches the task applies to: the waived are not asked. */
  due: number;
};

/** How a task stands over all expected branches. */
export function tallyTask(states: TaskState[]): TaskTally {
  const tally: TaskTally = { DONE: 0, OPEN: 0, LATE: 0, WAIVED: 0, due: 0 };
  for (const state of states) tally[state] += 1;
  return { ...tally, due: states.length - tally.WAIVED };
}

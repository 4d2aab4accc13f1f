import type { OrgLifeKind, TaskEvidence } from "@/generated/prisma/enums";
import { addDays, type Day, type Quarter, quarterDays } from "@/lib/calendar";

/** How a task of a plan stands in one branch on a day. "Does not apply" is not "done". */
export type TaskState = "DONE" | "OPEN" | "LATE" | "WAIVED";

/**
 * The last day on which a quarter's summary is on time: that day of the month after the quarter (default the 10th,
 * domain section 5); the month's last day when it has no such day.
 */
export function summaryDueOn(quarter: Quarter, deadlineDay: number): Day {
  const first = addDays(quarterDays(quarter).to, 1);
  const last = quarterDays(quarter).to;
  const due = addDays(last, deadlineDay);
  return due.slice(0, 7) === first.slice(0, 7) ? due : lastDayOfMonth(first);
}

function lastDayOfMonth(day: Day): Day {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

type Task = { evidence: TaskEvidence; recordKinds: OrgLifeKind[] };

/**
 * Whether a record of organization life fulfils a task of its quarter's plan: one of its kinds is asked for, and it was
 * held in the quarter. A record after the task's due day still counts, as late.
 */
export function recordFits(task: Task, quarter: Quarter, record: { kinds: OrgLifeKind[]; heldOn: Day }): boolean {
  const { from, to } = quarterDays(quarter);
  return (
    task.evidence === "ORG_LIFE" &&
    record.heldOn >= from &&
    record.heldOn <= to &&
    record.kinds.some((kind) => task.recordKinds.includes(kind))
  );
}

/** The state of a task on a day, from what is there for it. */
export function taskState(
  task: { dueOn: Day },
  found: { isWaived: boolean; hasEvidence: boolean; hasResult: boolean },
  day: Day,
): TaskState {
  if (found.hasEvidence || found.hasResult) return "DONE";
  if (found.isWaived) return "WAIVED";
  return day > task.dueOn ? "LATE" : "OPEN";
}

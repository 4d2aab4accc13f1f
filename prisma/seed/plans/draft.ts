import { addDays, type Day, type Quarter, quarterDays } from "@/lib/calendar";
import type { SampleBranch } from "@/prisma/seed/branches/records";
import type { TaskIdea } from "@/prisma/seed/plans/programme";

export type SampleTask = { id: string; idea: TaskIdea; dueOn: Day };

export type SamplePlan = {
  id: string;
  committeeId: string;
  quarter: Quarter;
  /** Quarters before the present one. */
  ago: number;
  title: string;
  publishedOn: Day;
  /** The quarter's business is done; the last quarter's is still being reviewed. */
  closedOn: Day | null;
  dueOn: Day;
  tasks: SampleTask[];
  /** The branches expected to report. */
  expected: SampleBranch[];
};

/** A day of a month of the quarter; the month's last day when it has no such day. */
export function dayInQuarter(quarter: Quarter, month: number, day: number): Day {
  const monthOf = (offset: number) => `${quarter.year}-${String(quarter.quarter * 3 - 2 + offset).padStart(2, "0")}`;
  const wanted = `${monthOf(month)}-${String(day).padStart(2, "0")}`;
  const last = month === 2 ? quarterDays(quarter).to : addDays(`${monthOf(month + 1)}-01`, -1);
  return wanted < last ? wanted : last;
}

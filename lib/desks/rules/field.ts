import type { DutyRhythm, DutyShiftStatus } from "@/generated/prisma/enums";
import { type Day, type Quarter, quarterDays } from "@/lib/calendar";
import { dutyDays, shiftStanding } from "@/lib/duty/rules";
import type { VisitDue } from "@/lib/visits/rules/rhythm";

/** The day on which a quarter's visits are judged: today, or its last day when it is over; null before it begins. */
export function fieldDay(quarter: Quarter, day: Day): Day | null {
  const { from, to } = quarterDays(quarter);
  if (day < from) return null;
  return day > to ? to : day;
}

export type DutyCount = { done: number; planned: number; missed: number };

type ShiftGroup = { status: DutyShiftStatus; dutyOn: Day; count: number };

/** Shifts in figures: one whose day is over without a log is missed, today's still planned; cancelled ones are not owed. */
export function countDuty(groups: ShiftGroup[], day: Day): DutyCount {
  const counted = { done: 0, planned: 0, missed: 0 };
  for (const { count, ...shift } of groups) {
    const standing = shiftStanding(shift, day);
    if (standing === "DONE") counted.done += count;
    else if (standing === "MISSED") counted.missed += count;
    else if (standing !== "CANCELLED") counted.planned += count;
  }
  return counted;
}

type Point = { id: string; rhythm: DutyRhythm; weekday: number; openedOn: Day; closedOn: Day | null };

/** Each point's duty in a quarter beside the days its rhythm asks for, in the order the points came. */
export function dutyByPoint<P extends Point>(
  points: P[],
  groups: (ShiftGroup & { servicePointId: string })[],
  quarter: Quarter,
  holidaysOf: (point: P) => Day[],
  day: Day,
): (P & DutyCount & { byRhythm: number })[] {
  const byPoint = Map.groupBy(groups, ({ servicePointId }) => servicePointId);
  return points.map((point) => ({
    ...point,
    ...countDuty(byPoint.get(point.id) ?? [], day),
    byRhythm: dutyDays(point, quarter, holidaysOf(point)).length,
  }));
}

export type VisitCount = { owed: number; visited: number; overdue: number };

/** Of the targets that owe a visit in the month: how many there are, how many have had it, how many are past their day. */
export function countVisits(rows: { due: VisitDue }[]): VisitCount {
  const count = (due: VisitDue) => rows.filter((row) => row.due === due).length;
  const [visited, overdue] = [count("DONE"), count("OVERDUE")];
  return { owed: visited + overdue + count("DUE"), visited, overdue };
}

/** Each instructor's visits of the month, in the order the instructors came: never by how many. */
export function visitsByInstructor<I extends { id: string }>(
  instructors: I[],
  rows: { instructorId: string; due: VisitDue }[],
): (I & VisitCount)[] {
  const own = Map.groupBy(rows, ({ instructorId }) => instructorId);
  return instructors.map((instructor) => ({ ...instructor, ...countVisits(own.get(instructor.id) ?? []) }));
}

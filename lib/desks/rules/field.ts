import type { DutyRhythm, DutyShiftStatus } from "@/generated/prisma/enums";
import { type Day, type Quarter, quarterDays } from "@/lib/calendar";
import { dutyDays, shiftStanding } from "@/lib/duty/rules";
import type { Due } from "@/lib/instructors/rules/rhythm";

/** The day on which a quarter's rhythms are judged: today, or its last day when it is over; null before it begins. */
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

export type RhythmCount = { owed: number; done: number; overdue: number };

/** Of the targets owed a visit in the month, or an activity in the quarter: how many, how many had it, how many are past their day. */
export function countRhythm(rows: { due: Due }[]): RhythmCount {
  const count = (due: Due) => rows.filter((row) => row.due === due).length;
  const [done, overdue] = [count("DONE"), count("OVERDUE")];
  return { owed: done + overdue + count("DUE"), done, overdue };
}

type Owed = { instructorId: string; due: Due };

/** Each instructor's visits and activities beside their rhythm, in the order the instructors came: never by how many. */
export function rhythmByInstructor<I extends { id: string }>(
  instructors: I[],
  rows: { visits: Owed[]; activities: Owed[] },
): (I & { visits: RhythmCount; activities: RhythmCount })[] {
  const visits = Map.groupBy(rows.visits, ({ instructorId }) => instructorId);
  const activities = Map.groupBy(rows.activities, ({ instructorId }) => instructorId);
  return instructors.map((instructor) => ({
    ...instructor,
    visits: countRhythm(visits.get(instructor.id) ?? []),
    activities: countRhythm(activities.get(instructor.id) ?? []),
  }));
}

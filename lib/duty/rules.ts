import type { DutyRhythm, DutyShiftStatus } from "@/generated/prisma/enums";
import {
  addDays,
  addMonths,
  addQuarters,
  type Day,
  daysBetween,
  type Quarter,
  quarterDays,
  quarterOf,
} from "@/lib/calendar";

/** A Monday long before any service point: weeks are counted from here, so that "every other week" means the same to all. */
const firstMonday = "2001-01-01";

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return (((daysBetween(firstMonday, day) % 7) + 7) % 7) + 1;
}

type Point = { rhythm: DutyRhythm; weekday: number; openedOn: Day; closedOn: Day | null };

/**
 * The days of a quarter on which a service point has duty: each week, every other week, or the first such weekday of a
 * month. A holiday's duty falls on the next working day of the same week; where the week has none left, it is dropped
 * (domain section 5: holidays of the committee). Nothing before the point opened or from its closing on.
 */
export function dutyDays(point: Point, quarter: Quarter, holidays: readonly Day[]): Day[] {
  const { from, to } = quarterDays(quarter);
  const free = new Set(holidays);
  return plainDays(point, from, to)
    .map((day) => workingDay(day, free))
    .filter((day): day is Day => day !== null)
    .filter((day) => day >= from && day <= to && day >= point.openedOn)
    .filter((day) => point.closedOn === null || day < point.closedOn);
}

function plainDays({ rhythm, weekday }: Point, from: Day, to: Day): Day[] {
  const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7);
  const weekly: Day[] = [];
  for (let day = first; day <= to; day = addDays(day, 7)) weekly.push(day);
  switch (rhythm) {
    case "WEEKLY":
      return weekly;
    case "BIWEEKLY":
      return weekly.filter((day) => Math.floor(daysBetween(firstMonday, day) / 7) % 2 === 0);
    case "MONTHLY":
      return weekly.filter((day, index) => index === 0 || weekly[index - 1]?.slice(0, 7) !== day.slice(0, 7));
  }
}

/** The day itself, or the next one of its week that is neither a holiday nor a weekend; null: the week has none. */
function workingDay(day: Day, holidays: Set<Day>): Day | null {
  if (!holidays.has(day)) return day;
  for (let next = addDays(day, 1); weekdayOf(next) !== 1; next = addDays(next, 1)) {
    if (weekdayOf(next) <= 5 && !holidays.has(next)) return next;
  }
  return null;
}

type Assigned = { instructorId: string; validFrom: Day; validTo: Day | null };

/**
 * Who has duty on each day: the instructors assigned to the point on that day take turns in the order given. Days on
 * which nobody is assigned come back without one.
 */
export function takeTurns(
  days: readonly Day[],
  assigned: readonly Assigned[],
): { day: Day; instructorId: string | null }[] {
  let turn = 0;
  return days.map((day) => {
    const present = assigned.filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo > day));
    const chosen = present[turn % Math.max(1, present.length)];
    if (chosen) turn += 1;
    return { day, instructorId: chosen?.instructorId ?? null };
  });
}

/** How a shift stands on a day: one whose day is over without a log is missed, not merely planned. */
export type ShiftStanding = "DONE" | "CANCELLED" | "TODAY" | "PLANNED" | "MISSED";

/** The standing of a shift on a day. */
export function shiftStanding(shift: { status: DutyShiftStatus; dutyOn: Day }, day: Day): ShiftStanding {
  if (shift.status !== "PLANNED") return shift.status;
  return shift.dutyOn < day ? "MISSED" : shift.dutyOn === day ? "TODAY" : "PLANNED";
}

/** A log may be written from the day of duty on, for so many months. */
const logMonths = 3;

/** The next quarter's shifts are made from the present quarter's last days on. */
const planDaysBeforeEnd = 14;

/** The quarter whose shifts should be made by now beyond the present one; null: there is time. */
export function quarterToPlan(day: Day): Quarter | null {
  const present = quarterOf(day);
  return day > addDays(quarterDays(present).to, -planDaysBeforeEnd) ? addQuarters(present, 1) : null;
}

/** The days whose open shifts wait for their instructor: logs that can still be written, and the next 60 days. */
export function waitingDays(day: Day): { from: Day; to: Day } {
  return { from: addMonths(day, -logMonths), to: addDays(day, 60) };
}

/** Whether requests can have been raised in a shift by a day: it takes place, and its day has come. */
export function takesRequests(shift: { status: DutyShiftStatus; dutyOn: Day }, day: Day): boolean {
  return shift.status !== "CANCELLED" && shift.dutyOn <= day;
}

/** Whether a shift's log may still be written on a day. */
export function canLogOn(dutyOn: Day, day: Day): boolean {
  return dutyOn <= day && day <= addMonths(dutyOn, logMonths);
}

import { addDays, addMonths, type Day, daysBetween } from "@/lib/calendar";

export type Deadline = { day: Day; words: string; href: string; isOverdue: boolean };

/** How far ahead a desk looks. */
export const horizonDays = 90;

/** Reminder of the election: six months before the term ends (practice stated for the branch rules). */
export const electionReminderMonths = 6;

/** The day from which a term's end is on the desk. */
export function electionReminderFrom(termEndsOn: Day): Day {
  return addMonths(termEndsOn, -electionReminderMonths);
}

/** Probation lasts one year from joining (发展党员工作细则). */
export function probationEndsOn(joinedOn: Day): Day {
  return addMonths(joinedOn, 12);
}

/** What falls due within the horizon, and what is overdue, the earliest first. */
export function upcoming(deadlines: Omit<Deadline, "isOverdue">[], day: Day): Deadline[] {
  const last = addDays(day, horizonDays);
  return deadlines
    .filter((deadline) => deadline.day <= last)
    .map((deadline) => ({ ...deadline, isOverdue: deadline.day < day }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** `还有 12 天`, `今天`, `已过 3 天`. */
export function writeDistance(day: Day, to: Day): string {
  const days = daysBetween(day, to);
  return days === 0 ? "今天" : days > 0 ? `还有 ${days} 天` : `已过 ${-days} 天`;
}

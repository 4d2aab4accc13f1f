import { addDays, addMonths, type Day, isDay, toDate } from "@/lib/calendar";

/** A month as it stands in addresses: `2026-11`. */
export type Month = string;

/** The month an address asks for; the one of the day when it asks for none that exists. */
export function chosenMonth(text: string | string[] | undefined, day: Day): Month {
  return typeof text === "string" && isDay(`${text}-01`) ? text : day.slice(0, 7);
}

/** The day an address asks for, when it lies in the month. */
export function chosenDay(text: string | string[] | undefined, month: Month): Day | null {
  return typeof text === "string" && isDay(text) && text.startsWith(month) ? text : null;
}

/** The month `count` months later, earlier when negative. */
export function addToMonth(month: Month, count: number): Month {
  return addMonths(`${month}-01`, count).slice(0, 7);
}

const spans = new Map<Month, { from: Day; to: Day }>();

/** First and last day of a month, both included. Remembered: a rhythm asks for a few months a thousand times. */
export function monthDays(month: Month): { from: Day; to: Day } {
  const known = spans.get(month);
  if (known) return known;
  const from = `${month}-01`;
  const span = { from, to: addDays(addMonths(from, 1), -1) };
  spans.set(month, span);
  return span;
}

/** The weeks a month touches, Monday first; the days around the month belong to its neighbours. */
export function monthWeeks(month: Month): Day[][] {
  const { from, to } = monthDays(month);
  const weeks: Day[][] = [];
  for (let monday = addDays(from, -weekdayOf(from)); monday <= to; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, offset) => addDays(monday, offset)));
  }
  return weeks;
}

/** 0 is Monday, 6 Sunday. */
export function weekdayOf(day: Day): number {
  return (toDate(day).getUTCDay() + 6) % 7;
}

/** `2026年11月`. */
export function writeMonth(month: Month): string {
  const [year, number] = month.split("-").map(Number);
  return `${year}年${number}月`;
}

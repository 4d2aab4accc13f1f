import { addDays, addMonths, type Day, formatDayInText } from "@/lib/calendar";

/** A run of whole calendar months, both days included. */
export type Period = { from: Day; to: Day };

/**
 * The period of so many months a day lies in. Periods are counted through the calendar from a fixed beginning, so that
 * 1, 3, 6 and 12 months are the months, quarters, halves and years everybody means.
 */
export function periodOf(day: Day, months: number): Period {
  const [year, month] = day.split("-").map(Number) as [number, number];
  const first = Math.floor((year * 12 + month - 1) / months) * months;
  const from = `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, "0")}-01`;
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** The complete periods that ended between two days, both included, the earliest first. */
export function periodsEnding(from: Day, to: Day, months: number): Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(from, months); period.to <= to; period = periodOf(addDays(period.to, 1), months)) {
    periods.push(period);
  }
  return periods;
}

/** `2026年11月`, `2026年第四季度`, `2026年`, else the first and last day. */
export function writePeriod({ from, to }: Period): string {
  const [year, month] = from.split("-").map(Number) as [number, number];
  if (periodOf(from, 1).to === to) return `${year}年${month}月`;
  if (periodOf(from, 3).to === to) return `${year}年第${"一二三四"[(month - 1) / 3]}季度`;
  if (periodOf(from, 12).from === from && periodOf(from, 12).to === to) return `${year}年`;
  return `${formatDayInText(from)}至${formatDayInText(to)}`;
}

/** Several of them, the year written once: `2026年8月、10月`. */
export function writePeriods(periods: Period[]): string {
  return periods
    .map((period, index) => {
      const [words, year] = [writePeriod(period), period.from.slice(0, 4)];
      const isSameYear = periods[index - 1]?.from.startsWith(year) && words !== `${year}年`;
      return isSameYear ? words.slice(`${year}年`.length) : words;
    })
    .join("、");
}

/** A calendar day in Asia/Shanghai, written YYYY-MM-DD. Strings compare in calendar order. */
export type Day = string;

export type Quarter = { year: number; quarter: 1 | 2 | 3 | 4 };

const shanghaiDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const shanghaiInstant = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

const shanghaiMoment = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "medium",
});

/** The day in Shanghai at the given instant (default: now). The only place that asks the clock for a day. */
export function today(now: Date = new Date()): Day {
  return shanghaiDay.format(now);
}

/** An instant as `2026-11-23 16:30` in Shanghai, for tables. */
export function formatInstant(instant: Date): string {
  return shanghaiInstant.format(instant);
}

/** An instant to the second, as the trail needs it: `2026-11-23 16:30:05` in Shanghai. */
export function formatMoment(instant: Date): string {
  return shanghaiMoment.format(instant);
}

/** A day as Prisma's `@db.Date` wants it: midnight UTC. */
export function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** A `@db.Date` value as a day. */
export function toDay(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** True for a day that exists, in years people in the register can have lived or traded in. */
export function isDay(text: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = toDate(text);
  return !Number.isNaN(date.getTime()) && toDay(date) === text;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const date = toDate(day);
  date.setUTCDate(date.getUTCDate() + count);
  return toDay(date);
}

/** The same day of the month `count` months later; the month's last day when it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, dayOfMonth] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(dayOfMonth, lastOfMonth));
  return toDay(first);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toDate(to).getTime() - toDate(from).getTime()) / 86_400_000);
}

/** The quarter a day lies in. */
export function quarterOf(day: Day): Quarter {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return { year, quarter: Math.ceil(month / 3) as Quarter["quarter"] };
}

const quarterEnds = { 1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31" } as const;

/** First and last day of a quarter, both included. */
export function quarterDays({ year, quarter }: Quarter): { from: Day; to: Day } {
  return { from: `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`, to: `${year}-${quarterEnds[quarter]}` };
}

/** The quarter `count` quarters later (earlier when negative). */
export function addQuarters({ year, quarter }: Quarter, count: number): Quarter {
  const index = year * 4 + (quarter - 1) + count;
  return { year: Math.floor(index / 4), quarter: ((index % 4) + 1) as Quarter["quarter"] };
}

/** `2026Q4`, as it stands in addresses. */
export function writeQuarter({ year, quarter }: Quarter): string {
  return `${year}Q${quarter}`;
}

/** Reads `2026Q4`; null for anything else. */
export function readQuarter(text: string): Quarter | null {
  const match = /^(20\d{2})Q([1-4])$/.exec(text);
  return match ? { year: Number(match[1]), quarter: Number(match[2]) as Quarter["quarter"] } : null;
}

/** The quarter an address asks for (`?q=2026Q4`); the one of the day when it asks for none that exists. */
export function chosenQuarter(text: string | string[] | undefined, day: Day): Quarter {
  return (typeof text === "string" ? readQuarter(text) : null) ?? quarterOf(day);
}

/** `2026年第4季度`, for titles and running text. */
export function writeQuarterInText({ year, quarter }: Quarter): string {
  return `${year}年第${quarter}季度`;
}

/** `2026年11月23日`, for running text. */
export function formatDayInText(day: Day): string {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** Prisma filter for dated facts that hold on a day: `validFrom` included, `validTo` excluded, open end null. */
export function validOn(day: Day) {
  const date = toDate(day);
  return { validFrom: { lte: date }, OR: [{ validTo: null }, { validTo: { gt: date } }] };
}

/** True on every day from `validFrom`, included, to `validTo`, excluded: `validOn` for facts already read. */
export function holdsOn(day: Day, fact: { validFrom: Day; validTo: Day | null }): boolean {
  return fact.validFrom <= day && (fact.validTo === null || fact.validTo > day);
}

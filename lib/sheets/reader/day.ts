/** Number formats that show a day: those Excel never names in the file, the Chinese ones included (ECMA-376 18.8.30). */
const dayFormatIds = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

export function isDayFormatId(id: number): boolean {
  return dayFormatIds.has(id);
}

const known = new Map<string, boolean>();

/** True for a format code that shows a calendar day; a pure time or a duration is not one. */
export function showsDay(format: string): boolean {
  const before = known.get(format);
  if (before !== undefined) return before;
  const codes = format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, "");
  const shows = !/general/i.test(codes) && /[yd]/i.test(codes);
  known.set(format, shows);
  return shows;
}

/** Excel's day number as YYYY-MM-DD; null outside 1900–9999. */
export function dayOfSerial(serial: number, counts1904: boolean): string | null {
  const whole = Math.floor(serial) + (counts1904 ? 1462 : 0);
  if (!(whole >= 1 && whole <= 2_958_465)) return null;
  // Excel believes in 29 February 1900, so numbers before it count from one day later.
  return new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * 86_400_000).toISOString().slice(0, 10);
}

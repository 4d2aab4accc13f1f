import { addDays, type Day, isDay, toDay } from "@/lib/calendar";
import { type Reading, saysNothing, textOf } from "@/lib/imports/rules/reading/cells";
import { withDigits } from "@/lib/imports/rules/reading/chinese-numbers";
import type { Cell } from "@/lib/sheets/cell";

/** Excel counts days from here (its day 60, 29 February 1900, never was, and no day before it is read). */
const EXCEL_EPOCH = "1899-12-30";
const FIRST_SERIAL = 61;
const LAST_SERIAL = 73_415;

const TIME = /[T\s]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/;
const MONTH_ONLY = /^\d{4}([-/.年]\d{1,2}月?|(0[1-9]|1[0-2]))$/;

/**
 * Reads a day in the spellings people use: an Excel date or its number 41226, 2019-03-05, 2019/3/5, 2019.3.5, 2019年3月5日,
 * 20190305, with or without a time. What leaves a doubt (only a month, a year of two digits, the year last) stays empty with a note.
 */
export function readDay(cell: Cell | undefined): Reading<Day> {
  if (cell === null || cell === undefined) return { value: null };
  if (typeof cell === "object") return existing(cell.day, cell.day);
  const written = textOf(cell);
  if (saysNothing(written)) return { value: null };
  const text = withDigits(written.normalize("NFKC").replace(/[\u2010-\u2015\u2212]/g, "-"));
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/i.test(text)) return inShanghai(text, written);
  const date = text
    .replace(TIME, "")
    .replace(/\s/g, "")
    .replace(/\\/g, "/")
    .replace(/[.。]$/, "");
  const parts = YEAR_FIRST.exec(date) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(date);
  if (parts) return existing(`${parts[1]}-${parts[2]?.padStart(2, "0")}-${parts[3]?.padStart(2, "0")}`, written);
  if (/^\d{2,5}(\.\d+)?$/.test(date)) return fromSerial(Math.floor(Number(date)), written);
  if (MONTH_ONLY.test(date)) return { value: null, note: `“${written}”没有写到日，日期留空` };
  return { value: null, note: `“${written}”看不出是哪一天，日期留空` };
}

function existing(day: Day, written: string): Reading<Day> {
  return isDay(day) ? { value: day } : { value: null, note: `“${written}”不是存在的日期，日期留空` };
}

function fromSerial(serial: number, written: string): Reading<Day> {
  // 1900 … 2100 is a year somebody typed rather than a day of 1905.
  const isYear = serial >= 1900 && serial <= 2100;
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL || isYear) {
    return { value: null, note: `“${written}”没有写到日，日期留空` };
  }
  return existing(addDays(EXCEL_EPOCH, serial), written);
}

function inShanghai(instant: string, written: string): Reading<Day> {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return { value: null, note: `“${written}”不是存在的日期，日期留空` };
  return existing(toDay(new Date(time + 8 * 3_600_000)), written);
}

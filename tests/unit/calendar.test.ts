import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addQuarters,
  chosenQuarter,
  type Day,
  daysBetween,
  formatDayInText,
  formatInstant,
  holdsOn,
  isDay,
  quarterDays,
  quarterOf,
  readQuarter,
  toDate,
  toDay,
  today,
  validOn,
  writeQuarter,
  writeQuarterInText,
} from "@/lib/calendar";

const days = fc.integer({ min: 0, max: 54_786 }).map((count) => addDays("1950-01-01", count));
const quarters = fc.record({ year: fc.integer({ min: 2000, max: 2099 }), quarter: fc.constantFrom(1, 2, 3, 4) });

describe("today is the day in Shanghai, wherever the server stands", () => {
  test.each([
    ["2026-11-22T15:59:59Z", "2026-11-22"],
    ["2026-11-22T16:00:00Z", "2026-11-23"],
    ["2026-12-31T15:59:59.999Z", "2026-12-31"],
    ["2026-12-31T16:00:00Z", "2027-01-01"],
    ["2028-02-28T16:00:00Z", "2028-02-29"],
  ])("%s is %s", (instant, day) => expect(today(new Date(instant))).toBe(day));

  test("an instant is shown in Shanghai's time", () => {
    expect(formatInstant(new Date("2026-11-23T08:30:00Z"))).toBe("2026-11-23 16:30");
    expect(formatInstant(new Date("2026-11-22T16:05:00Z"))).toBe("2026-11-23 00:05");
  });
});

describe("isDay", () => {
  test.each(["2026-11-23", "2028-02-29", "2000-02-29", "1900-01-01", "2099-12-31"])("%s exists", (text) =>
    expect(isDay(text)).toBe(true),
  );
  test.each([
    "2026-02-29",
    "2100-01-01",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "2026-11-23T00:00:00Z",
    " 2026-11-23",
    "",
  ])("%j does not", (text) => expect(isDay(text)).toBe(false));
});

describe("days and dates", () => {
  test("a day goes through the database and back unchanged", () => {
    fc.assert(fc.property(days, (day) => toDay(toDate(day)) === day && isDay(day)));
  });

  test("addDays and daysBetween undo each other", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  test("text order is calendar order", () => {
    fc.assert(fc.property(days, days, (a, b) => a < b === daysBetween(a, b) > 0));
  });

  test("a day in a sentence", () => expect(formatDayInText("2026-03-05")).toBe("2026年3月5日"));
});

describe("addMonths", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2028-02-29", 48, "2032-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2026-08-31", 1, "2026-09-30"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-11-23", 36, "2029-11-23"],
    ["2026-11-23", 0, "2026-11-23"],
  ])("%s + %i months is %s", (day, count, expected) => expect(addMonths(day, count)).toBe(expected));

  test("keeps the day of the month or takes the month's last, and never leaves the month", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (day, count) => {
        const moved = addMonths(day, count);
        const wanted = Number(day.slice(8));
        const got = Number(moved.slice(8));
        const months = (text: Day) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(moved) - months(day)).toBe(count);
        expect(got === wanted || (got < wanted && addDays(moved, 1).slice(8) === "01")).toBe(true);
      }),
    );
  });
});

describe("quarters", () => {
  test.each([
    ["2026-01-01", "2026Q1"],
    ["2026-03-31", "2026Q1"],
    ["2026-04-01", "2026Q2"],
    ["2026-06-30", "2026Q2"],
    ["2026-09-30", "2026Q3"],
    ["2026-10-01", "2026Q4"],
    ["2026-12-31", "2026Q4"],
    ["2028-02-29", "2028Q1"],
  ])("%s lies in %s", (day, text) => expect(writeQuarter(quarterOf(day))).toBe(text));

  test.each([
    ["2026Q1", "2026-01-01", "2026-03-31"],
    ["2026Q2", "2026-04-01", "2026-06-30"],
    ["2026Q3", "2026-07-01", "2026-09-30"],
    ["2026Q4", "2026-10-01", "2026-12-31"],
  ])("%s runs from %s to %s", (text, from, to) => {
    const quarter = readQuarter(text);
    expect(quarter && quarterDays(quarter)).toEqual({ from, to });
  });

  test("every day lies between the ends of its quarter, and quarters follow without a gap", () => {
    fc.assert(
      fc.property(days, (day) => {
        const { from, to } = quarterDays(quarterOf(day));
        expect(from <= day && day <= to).toBe(true);
        expect(quarterOf(addDays(to, 1))).toEqual(addQuarters(quarterOf(day), 1));
        expect(quarterOf(addDays(from, -1))).toEqual(addQuarters(quarterOf(day), -1));
      }),
    );
  });

  test("addQuarters moves back what it moved forth, and a written quarter reads back", () => {
    fc.assert(
      fc.property(quarters, fc.integer({ min: -200, max: 200 }), (given, count) => {
        const quarter = { ...given, quarter: given.quarter as 1 | 2 | 3 | 4 };
        expect(addQuarters(addQuarters(quarter, count), -count)).toEqual(quarter);
        expect(readQuarter(writeQuarter(quarter))).toEqual(quarter);
      }),
    );
  });

  test.each(["2026Q5", "2026Q0", "2026q4", "26Q4", "1999Q1", "2026Q4 ", "2026-Q4", ""])("%j is no quarter", (text) =>
    expect(readQuarter(text)).toBeNull(),
  );
});

test("a dated fact holds from its first day until the day before its end, or for ever", () => {
  const date = toDate("2026-11-23");
  expect(validOn("2026-11-23")).toEqual({
    validFrom: { lte: date },
    OR: [{ validTo: null }, { validTo: { gt: date } }],
  });
});

describe("the quarter a page looks through", () => {
  test.each([
    ["2025Q1", "2025年第1季度"],
    [undefined, "2026年第4季度"],
    ["2026Q5", "2026年第4季度"],
    [["2025Q1", "2025Q2"], "2026年第4季度"],
  ])("asked for %j: %s", (text, words) => {
    expect(writeQuarterInText(chosenQuarter(text, "2026-11-23"))).toBe(words);
  });
});

test("a fact holds from its first day until the day before its end", () => {
  const fact = { validFrom: "2026-01-01", validTo: "2026-02-01" };
  expect(["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map((day) => holdsOn(day, fact))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(holdsOn("2099-01-01", { validFrom: "2026-01-01", validTo: null })).toBe(true);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, quarterDays } from "@/lib/calendar";
import { periodOf, periodsEnding, writePeriod, writePeriods } from "@/lib/rulebook/rules/periods";

const someDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("2000-01-01", count));

describe("periods", () => {
  test.each([
    ["2026-11-23", 1, "2026-11-01", "2026-11-30"],
    ["2024-02-29", 1, "2024-02-01", "2024-02-29"],
    ["2026-12-31", 3, "2026-10-01", "2026-12-31"],
    ["2026-01-01", 3, "2026-01-01", "2026-03-31"],
    ["2026-07-15", 6, "2026-07-01", "2026-12-31"],
    ["2026-07-15", 12, "2026-01-01", "2026-12-31"],
  ])("%s lies in the %i months from %s to %s", (day, months, from, to) => {
    expect(periodOf(day, months)).toEqual({ from, to });
  });

  test("every day lies in one period, and the next begins the day after", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 12 }), (day, months) => {
        const { from, to } = periodOf(day, months);
        expect(from <= day && day <= to).toBe(true);
        expect(periodOf(from, months)).toEqual(periodOf(to, months));
        expect(periodOf(addDays(to, 1), months).from).toBe(addDays(to, 1));
      }),
    );
  });

  test("a quarter holds the ends of three months, one quarter, and of a year only when it is the last", () => {
    const count = (quarter: 1 | 2 | 3 | 4, months: number) => {
      const { from, to } = quarterDays({ year: 2026, quarter });
      return periodsEnding(from, to, months).length;
    };
    expect([count(1, 1), count(1, 3), count(1, 12), count(4, 12)]).toEqual([3, 1, 0, 1]);
  });

  test("four quarters hold every period that ends in a year once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2001, max: 2050 }), fc.integer({ min: 1, max: 12 }), (year, months) => {
        const quarters = ([1, 2, 3, 4] as const).map((quarter) => quarterDays({ year, quarter }));
        const parts = quarters.flatMap(({ from, to }) => periodsEnding(from, to, months));
        expect(parts).toEqual(periodsEnding(`${year}-01-01`, `${year}-12-31`, months));
        expect(parts.length).toBeGreaterThanOrEqual(Math.floor(12 / months));
      }),
    );
  });

  test.each([
    [periodOf("2026-11-23", 1), "2026年11月"],
    [periodOf("2026-11-23", 3), "2026年第四季度"],
    [periodOf("2026-11-23", 12), "2026年"],
    [periodOf("2026-11-23", 6), "2026年7月1日至2026年12月31日"],
  ])("in words: %o", (period, words) => {
    expect(writePeriod(period)).toBe(words);
  });
});

test("several periods name their year once", () => {
  expect(writePeriods(periodsEnding("2025-12-01", "2026-02-28", 1))).toBe("2025年12月、2026年1月、2月");
  expect(writePeriods(periodsEnding("2025-01-01", "2026-12-31", 12))).toBe("2025年、2026年");
  expect(writePeriods(periodsEnding("2026-07-01", "2026-12-31", 3))).toBe("2026年第三季度、第四季度");
});

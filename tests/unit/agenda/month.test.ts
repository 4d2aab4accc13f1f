import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addToMonth,
  chosenDay,
  chosenMonth,
  monthDays,
  monthWeeks,
  weekdayOf,
  writeMonth,
} from "@/lib/agenda/rules/month";

test("a month is shown in whole weeks from Monday", () => {
  const weeks = monthWeeks("2026-11");
  expect(weeks[0]?.[0]).toBe("2026-10-26");
  expect(weeks.at(-1)?.at(-1)).toBe("2026-12-06");
  expect(weeks).toHaveLength(6);
  expect(monthWeeks("2027-02")).toEqual([
    ...[1, 8, 15, 22].map((monday) =>
      Array.from({ length: 7 }, (_, day) => `2027-02-${String(monday + day).padStart(2, "0")}`),
    ),
  ]);
});

test("every day of any month is in its weeks exactly once, under its weekday", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_199 }), (count) => {
      const month = addToMonth("2000-01", count);
      const weeks = monthWeeks(month);
      const days = weeks.flat();
      expect(new Set(days).size).toBe(days.length);
      expect(days.filter((day) => day.startsWith(month)).length).toBe(Number(monthDays(month).to.slice(8)));
      for (const week of weeks) expect(week.map(weekdayOf)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    }),
  );
});

describe("what an address asks for", () => {
  test.each([
    ["2027-01", "2027-01"],
    ["2027-13", "2026-11"],
    ["2027-1", "2026-11"],
    ["<b>", "2026-11"],
    [["2027-01", "2027-02"], "2026-11"],
    [undefined, "2026-11"],
  ])("month %j: %s", (text, month) => expect(chosenMonth(text, "2026-11-23")).toBe(month));

  test.each([
    ["2026-11-30", "2026-11-30"],
    ["2026-11-31", null],
    ["2026-12-01", null],
    [undefined, null],
  ])("day %j: %s", (text, day) => expect(chosenDay(text, "2026-11")).toBe(day));
});

test("months count over the turn of the year", () => {
  expect([addToMonth("2026-12", 1), addToMonth("2026-01", -1), writeMonth("2026-01")]).toEqual([
    "2027-01",
    "2025-12",
    "2026年1月",
  ]);
});

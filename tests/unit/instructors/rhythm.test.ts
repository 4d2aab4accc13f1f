import { expect, test } from "vitest";
import { longestOwedFirst, standingOf } from "@/lib/instructors/rules/rhythm";

const year = (day: string) => day.slice(0, 4);

test.each([
  ["past its day, although done in the period", "2026-11-22", "2026-02-01", "OVERDUE"],
  ["done in the period, although the next falls due in it", "2026-12-01", "2026-11-01", "DONE"],
  ["due in the period", "2026-12-01", "2025-12-31", "DUE"],
  ["due today", "2026-11-23", null, "DUE"],
  ["due in a later one", "2027-01-01", "2025-01-01", "LATER"],
] as const)("by the year, on 23 November 2026: %s", (_case, dueOn, lastOn, due) =>
  expect(standingOf(dueOn, lastOn, "2026-11-23", year)).toBe(due),
);

test("those owed longest come first; those of one day stay in the order of their names", () => {
  const rows = [
    { name: "甲", dueOn: "2026-11-02" },
    { name: "乙", dueOn: "2026-11-01" },
    { name: "丙", dueOn: "2026-11-02" },
  ];
  expect(longestOwedFirst(rows).map(({ name }) => name)).toEqual(["乙", "甲", "丙"]);
});

import { expect, test } from "vitest";
import { longestOwedFirst, nextDueOn, standingOf } from "@/lib/instructors/rules/rhythm";

test.each([
  ["monthly: once in the next month, to its last day", 1, "2026-10-05", "2026-11-30"],
  ["monthly, from the last day of a long month", 1, "2026-01-31", "2026-02-28"],
  ["monthly, into a leap day", 1, "2024-01-01", "2024-02-29"],
  ["every two months: to the end of a month", 2, "2026-10-15", "2026-12-31"],
  ["quarterly: once in the next quarter, to its last day", 3, "2026-08-20", "2026-12-31"],
  ["twice a year, in quarters", 6, "2026-08-20", "2027-03-31"],
  ["once a year", 12, "2026-01-31", "2027-03-31"],
])("the next falls due: %s", (_case, months, since, dueOn) => expect(nextDueOn(months, since)).toBe(dueOn));

test.each([
  ["past an earlier day, although done in the month", 1, "2026-11-22", "2026-11-01", "OVERDUE"],
  ["done in the month", 1, "2026-12-31", "2026-11-01", "DONE"],
  ["due in the month", 1, "2026-11-30", "2026-10-01", "DUE"],
  ["due today", 1, "2026-11-23", null, "DUE"],
  ["of the month before last", 1, "2026-10-31", "2026-09-30", "OVERDUE"],
  ["due in a later month", 2, "2026-12-31", "2026-10-31", "LATER"],
  ["done in the quarter", 3, "2027-03-31", "2026-10-01", "DONE"],
  ["due in the quarter", 3, "2026-12-31", "2026-07-01", "DUE"],
  ["of the quarter before", 3, "2026-09-30", "2026-06-30", "OVERDUE"],
] as const)("on 23 November 2026: %s", (_case, months, dueOn, lastOn, due) =>
  expect(standingOf(months, { dueOn, lastOn }, "2026-11-23")).toBe(due),
);

test("those owed longest come first; those of one day stay in the order of their names", () => {
  const rows = [
    { name: "甲", dueOn: "2026-11-02" },
    { name: "乙", dueOn: "2026-11-01" },
    { name: "丙", dueOn: "2026-11-02" },
  ];
  expect(longestOwedFirst(rows).map(({ name }) => name)).toEqual(["乙", "甲", "丙"]);
});

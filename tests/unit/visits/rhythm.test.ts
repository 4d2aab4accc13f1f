import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/calendar";
import { monthDays, nextVisitDue, visitDue } from "@/lib/visits/rules/rhythm";

test.each([
  [
    "never visited: from the assignment on",
    1,
    { assignedFrom: "2026-01-31", lastVisitOn: null, plannedOn: null },
    "2026-02-28",
  ],
  ["a leap day", 1, { assignedFrom: "2023-01-01", lastVisitOn: "2024-01-31", plannedOn: null }, "2024-02-29"],
  ["every two months", 2, { assignedFrom: "2026-01-01", lastVisitOn: "2026-10-15", plannedOn: null }, "2026-12-15"],
  [
    "an earlier day set on site comes first",
    1,
    { assignedFrom: "2026-01-01", lastVisitOn: "2026-10-15", plannedOn: "2026-10-20" },
    "2026-10-20",
  ],
  [
    "a later one does not loosen the rhythm",
    1,
    { assignedFrom: "2026-01-01", lastVisitOn: "2026-10-15", plannedOn: "2026-12-20" },
    "2026-11-15",
  ],
  [
    "one that is over does not count",
    1,
    { assignedFrom: "2026-01-01", lastVisitOn: "2026-10-15", plannedOn: "2026-10-10" },
    "2026-11-15",
  ],
])("the next visit is owed: %s", (_what, months, known, dueOn) => expect(nextVisitDue(months, known)).toBe(dueOn));

test.each([
  ["2026-10-31", "2026-09-30", "OVERDUE"],
  ["2026-11-23", "2026-10-23", "DUE"],
  ["2026-11-30", "2026-10-30", "DUE"],
  ["2026-12-05", "2026-11-05", "DONE"],
  ["2026-12-01", null, "LATER"],
  ["2026-11-22", "2026-11-01", "OVERDUE"],
] as const)("due on %s, last on %s: on 23 November it is %s", (dueOn, lastVisitOn, due) =>
  expect(visitDue(dueOn, lastVisitOn, "2026-11-23")).toBe(due),
);

test("a month's days hold every day of it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), (days) => {
      const day = addDays("2020-01-01", days);
      const { from, to } = monthDays(day);
      expect([from.slice(0, 7), to.slice(0, 7), from <= day, day <= to]).toEqual([
        day.slice(0, 7),
        day.slice(0, 7),
        true,
        true,
      ]);
      expect(addDays(to, 1).slice(8)).toBe("01");
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/calendar";
import { daysOfAge, isRequestOverdue, requestAge, requestAges, requestDueOn } from "@/lib/requests/rules";

const day = "2026-03-01";

test("an answer is owed in thirty days, across a short month", () => {
  expect(requestDueOn("2026-02-01")).toBe("2026-03-03");
});

test.each([
  ["OPEN", "2026-02-28", true],
  ["IN_PROGRESS", "2026-02-28", true],
  ["OPEN", "2026-03-01", false],
  ["ANSWERED", "2026-01-01", false],
  ["CLOSED", "2026-01-01", false],
] as const)("%s, due on %s: overdue is %s on the first of March", (status, dueOn, isOverdue) => {
  expect(isRequestOverdue({ status, dueOn }, day)).toBe(isOverdue);
});

test.each([
  [0, "week"],
  [7, "week"],
  [8, "month"],
  [30, "month"],
  [31, "older"],
])("raised %i days ago it is of the age %s", (days, age) => expect(requestAge(addDays(day, -days), day)).toBe(age));

test("the days of the ages cover every day once: the board's numbers open lists of the same length", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000 }), (ago) => {
      const raisedOn = addDays(day, -ago);
      const fitting = requestAges.filter((age) => {
        const { from, to } = daysOfAge(age, day);
        return (from === null || raisedOn >= from) && raisedOn <= to;
      });
      expect(fitting).toEqual([requestAge(raisedOn, day)]);
    }),
  );
});

import { expect, test } from "vitest";
import { electionReminderFrom, probationEndsOn, upcoming, writeDistance } from "@/lib/desks/rules";

test.each([
  ["2026-08-31", "2026-02-28"],
  ["2027-05-24", "2026-11-24"],
])("the election of a term ending %s is on the desk from %s", (endsOn, from) => {
  expect(electionReminderFrom(endsOn)).toBe(from);
});

test.each([
  ["2025-11-23", "2026-11-23"],
  ["2024-02-29", "2025-02-28"],
])("probation from %s ends %s", (joinedOn, endsOn) => {
  expect(probationEndsOn(joinedOn)).toBe(endsOn);
});

test("the desk shows what is overdue and the next 90 days, the earliest first", () => {
  const on = (day: string) => ({ day, words: day, href: `/${day}` });
  const shown = upcoming([on("2027-02-22"), on("2027-02-21"), on("2026-11-23"), on("2026-11-01")], "2026-11-23");
  expect(shown.map(({ day, isOverdue }) => [day, isOverdue])).toEqual([
    ["2026-11-01", true],
    ["2026-11-23", false],
    ["2027-02-21", false],
  ]);
});

test.each([
  ["2026-11-23", "今天"],
  ["2026-12-01", "还有 8 天"],
  ["2026-11-20", "已过 3 天"],
])("distance to %s", (to, words) => {
  expect(writeDistance("2026-11-23", to)).toBe(words);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, quarterDays } from "@/lib/calendar";
import {
  canLogOn,
  dutyDays,
  quarterToPlan,
  shiftStanding,
  takesRequests,
  takeTurns,
  waitingDays,
  weekdayOf,
} from "@/lib/duty/rules";

const q4 = { year: 2026, quarter: 4 as const };
const point = { rhythm: "WEEKLY" as const, weekday: 3, openedOn: "2020-01-01", closedOn: null };

test.each([
  ["2001-01-01", 1],
  ["2026-11-27", 5],
  ["2024-02-29", 4],
  ["1999-12-31", 5],
])("%s is day %i of its week", (day, weekday) => expect(weekdayOf(day)).toBe(weekday));

describe("the days of duty in a quarter", () => {
  test("weekly: every Wednesday of the quarter, none outside", () => {
    const days = dutyDays(point, q4, []);
    expect(days).toHaveLength(13);
    expect([days[0], days.at(-1)]).toEqual(["2026-10-07", "2026-12-30"]);
  });

  test("monthly: the first such weekday of each month", () => {
    expect(dutyDays({ ...point, rhythm: "MONTHLY" }, q4, [])).toEqual(["2026-10-07", "2026-11-04", "2026-12-02"]);
  });

  test("every other week goes on across quarters", () => {
    const biweekly = { ...point, rhythm: "BIWEEKLY" as const };
    const days = [...dutyDays(biweekly, { year: 2026, quarter: 3 }, []), ...dutyDays(biweekly, q4, [])];
    for (const [index, day] of days.entries()) if (index > 0) expect(day).toBe(addDays(days[index - 1] ?? "", 14));
  });

  test("a holiday's duty falls on the next working day of its week, or is dropped with the week", () => {
    const nationalDay = ["2026-10-07", "2026-10-08"];
    expect(dutyDays(point, q4, nationalDay)[0]).toBe("2026-10-09");
    expect(dutyDays(point, q4, [...nationalDay, "2026-10-09"])[0]).toBe("2026-10-14");
    expect(dutyDays({ ...point, weekday: 5 }, q4, ["2026-10-02"])[0], "never a weekend").toBe("2026-10-09");
  });

  test("what moves past the quarter's end is not in it", () => {
    expect(dutyDays({ ...point, weekday: 4 }, q4, ["2026-12-31"]).at(-1)).toBe("2026-12-24");
  });

  test("nothing before the point opened, nothing from its closing on", () => {
    const days = dutyDays({ ...point, openedOn: "2026-11-04", closedOn: "2026-11-18" }, q4, []);
    expect(days).toEqual(["2026-11-04", "2026-11-11"]);
  });

  test("whatever the rhythm and the holidays: inside the quarter, in order, no day twice, no holiday", () => {
    const quarters = fc.record({ year: fc.integer({ min: 2020, max: 2040 }), quarter: fc.constantFrom(1, 2, 3, 4) });
    const rhythms = fc.constantFrom("WEEKLY", "BIWEEKLY", "MONTHLY");
    fc.assert(
      fc.property(
        quarters,
        rhythms,
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.integer({ min: 0, max: 91 })),
        (quarter, rhythm, weekday, free) => {
          const { from, to } = quarterDays(quarter as typeof q4);
          const holidays = free.map((ago) => addDays(from, ago));
          const days = dutyDays({ ...point, rhythm: rhythm as "WEEKLY", weekday }, quarter as typeof q4, holidays);
          expect(days).toEqual([...new Set(days)].toSorted());
          for (const day of days) {
            expect(day >= from && day <= to).toBe(true);
            expect(holidays).not.toContain(day);
          }
        },
      ),
    );
  });
});

describe("turns", () => {
  const always = { validFrom: "2020-01-01", validTo: null };
  test("go round among those assigned on the day", () => {
    const assigned = [
      { instructorId: "a", ...always },
      { instructorId: "b", validFrom: "2026-10-10", validTo: "2026-10-25" },
    ];
    const days = ["2026-10-07", "2026-10-14", "2026-10-21", "2026-10-28"];
    expect(takeTurns(days, assigned).map(({ instructorId }) => instructorId)).toEqual(["a", "b", "a", "a"]);
  });

  test("a day without anybody stays without, and costs nobody a turn", () => {
    const late = [{ instructorId: "a", validFrom: "2026-10-10", validTo: null }];
    expect(takeTurns(["2026-10-07", "2026-10-14"], late)).toEqual([
      { day: "2026-10-07", instructorId: null },
      { day: "2026-10-14", instructorId: "a" },
    ]);
  });
});

test.each([
  ["PLANNED", "2026-11-22", "MISSED"],
  ["PLANNED", "2026-11-23", "TODAY"],
  ["PLANNED", "2026-11-24", "PLANNED"],
  ["DONE", "2026-11-22", "DONE"],
  ["CANCELLED", "2026-11-22", "CANCELLED"],
] as const)("%s on %s stands as %s on the 23rd", (status, dutyOn, standing) =>
  expect(shiftStanding({ status, dutyOn }, "2026-11-23")).toBe(standing),
);

test.each([
  ["2026-11-24", false],
  ["2026-11-23", true],
  ["2026-08-23", true],
  ["2026-08-22", false],
])("a log for %s may be written on 23 November: %s", (dutyOn, may) => expect(canLogOn(dutyOn, "2026-11-23")).toBe(may));

test.each([
  ["PLANNED", "2026-11-23", true],
  ["PLANNED", "2026-11-24", false],
  ["DONE", "2026-11-20", true],
  ["CANCELLED", "2026-11-20", false],
] as const)("requests raised in a %s shift of %s: %s on 23 November", (status, dutyOn, may) =>
  expect(takesRequests({ status, dutyOn }, "2026-11-23")).toBe(may),
);

test("what waits reaches back to the last day whose log can still be written", () => {
  const { from, to } = waitingDays("2026-11-23");
  expect(to).toBe("2027-01-22");
  expect([canLogOn(from, "2026-11-23"), canLogOn(addDays(from, -1), "2026-11-23")]).toEqual([true, false]);
});

test.each([
  ["2026-12-17", null],
  ["2026-12-18", { year: 2027, quarter: 1 }],
  ["2026-12-31", { year: 2027, quarter: 1 }],
  ["2027-01-01", null],
])("the next quarter's shifts are asked for in the present one's last 14 days: %s", (day, quarter) => {
  expect(quarterToPlan(day)).toEqual(quarter);
});

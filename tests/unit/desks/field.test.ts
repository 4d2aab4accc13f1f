import { describe, expect, test } from "vitest";
import { countDuty, countRhythm, dutyByPoint, fieldDay, rhythmByInstructor } from "@/lib/desks/rules/field";

const q4 = { year: 2026, quarter: 4 } as const;
const day = "2026-11-23";

test.each([
  ["today, while the quarter runs", q4, "2026-11-23", "2026-11-23"],
  ["on its first day", q4, "2026-10-01", "2026-10-01"],
  ["its last day, when it is over", q4, "2027-03-01", "2026-12-31"],
  ["on no day, before it begins", q4, "2026-09-30", null],
])("visits of a quarter are judged %s", (_name, quarter, today, judged) => {
  expect(fieldDay(quarter, today)).toBe(judged);
});

const group = (status: "PLANNED" | "DONE" | "CANCELLED", dutyOn: string, count = 1) => ({ status, dutyOn, count });

describe("duty in figures", () => {
  test("yesterday's without a log is missed, today's is planned, a cancelled one is neither", () => {
    const groups = [
      group("DONE", "2026-11-04", 2),
      group("PLANNED", "2026-11-22"),
      group("PLANNED", "2026-11-23"),
      group("PLANNED", "2026-12-02", 3),
      group("CANCELLED", "2026-11-11"),
    ];
    expect(countDuty(groups, day)).toEqual({ done: 2, planned: 4, missed: 1 });
    expect(countDuty([], day)).toEqual({ done: 0, planned: 0, missed: 0 });
  });

  const point = (id: string, openedOn = "2024-01-01") => {
    return { id, rhythm: "WEEKLY" as const, weekday: 3, openedOn, closedOn: null };
  };
  test("each point beside what its rhythm asks for; a point without shifts is there too; the order stays", () => {
    const groups = [{ ...group("DONE", "2026-10-07"), servicePointId: "b" }];
    const rows = dutyByPoint([point("a", "2026-12-01"), point("b")], groups, q4, () => [], day);
    expect(rows).toMatchObject([
      { id: "a", byRhythm: 5, done: 0, planned: 0, missed: 0 },
      { id: "b", byRhythm: 13, done: 1, planned: 0, missed: 0 },
    ]);
  });
  test("a week that is all holiday asks for nothing, and each point keeps its own committee's holidays", () => {
    const week = ["2026-10-07", "2026-10-08", "2026-10-09"];
    const rows = dutyByPoint([point("a"), point("b")], [], q4, ({ id }) => (id === "a" ? week : []), day);
    expect(rows.map(({ byRhythm }) => byRhythm)).toEqual([12, 13]);
  });
});

describe("visits and activities in figures", () => {
  const row = (instructorId: string, due: "DONE" | "DUE" | "OVERDUE" | "LATER") => ({ instructorId, due });
  test("done, due and overdue are owed; one due later is not", () => {
    const rows = [row("a", "DONE"), row("a", "DUE"), row("a", "OVERDUE"), row("a", "LATER")];
    expect(countRhythm(rows)).toEqual({ owed: 3, done: 1, overdue: 1 });
  });
  test("the order of the instructors stays, whoever visited more; one without targets is there too", () => {
    const visits = [row("b", "DONE"), row("b", "DONE"), row("a", "OVERDUE")];
    const activities = [row("b", "OVERDUE"), row("a", "DUE")];
    const nothing = { owed: 0, done: 0, overdue: 0 };
    expect(rhythmByInstructor([{ id: "a" }, { id: "b" }, { id: "c" }], { visits, activities })).toEqual([
      { id: "a", visits: { owed: 1, done: 0, overdue: 1 }, activities: { owed: 1, done: 0, overdue: 0 } },
      { id: "b", visits: { owed: 2, done: 2, overdue: 0 }, activities: { owed: 1, done: 0, overdue: 1 } },
      { id: "c", visits: nothing, activities: nothing },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import {
  activityDue,
  answerUntil,
  daysRefusal,
  figureRefusal,
  hasBegun,
  isDoorDay,
  measuredUnits,
  readMeasured,
  resultsDueOn,
  servesQuarter,
  sourceAddress,
} from "@/lib/activities/rules";

const days = { startsOn: "2026-11-10", endsOn: "2026-11-12", signUpUntil: null };

describe("the days of an activity", () => {
  test.each([
    ["several days", days, true],
    ["one day", { ...days, endsOn: "2026-11-10" }, true],
    ["ends before it begins", { ...days, endsOn: "2026-11-09" }, false],
    ["a whole year", { ...days, endsOn: "2027-11-10" }, true],
    ["longer than a year", { ...days, endsOn: "2027-11-11" }, false],
    ["sign-up until its last day", { ...days, signUpUntil: "2026-11-12" }, true],
    ["sign-up after its last day", { ...days, signUpUntil: "2026-11-13" }, false],
  ])("%s", (_case, given, stands) => expect(daysRefusal(given) === null).toBe(stands));
});

describe("an activity serves the quarter in which it begins", () => {
  test.each([
    ["2026-09-30", false],
    ["2026-10-01", true],
    ["2026-12-31", true],
    ["2027-01-01", false],
  ])("%s", (startsOn, serves) => expect(servesQuarter({ startsOn }, { year: 2026, quarter: 4 })).toBe(serves));
});

describe("the days on which something is possible", () => {
  test.each([
    ["2026-11-09", false, false],
    ["2026-11-10", true, true],
    ["2026-11-12", true, true],
    ["2026-11-13", true, false],
  ])("%s", (day, begun, door) => expect([hasBegun(days, day), isDoorDay(days, day)]).toEqual([begun, door]));
  test("a branch answers until the day named, else until it begins", () => {
    expect([answerUntil(days), answerUntil({ ...days, signUpUntil: "2026-11-08" })]).toEqual([
      "2026-11-10",
      "2026-11-08",
    ]);
  });
  test("results are due a week after the end", () => expect(resultsDueOn("2026-12-28")).toBe("2027-01-04"));
});

describe("a figure", () => {
  const period = { periodFrom: "2026-11-10", periodTo: "2026-11-12" };
  const figure = (measured: string, amount: string, more: object = {}) => ({
    measure: readMeasured(measured).measure,
    amount,
    note: null,
    ...period,
    ...more,
  });
  test.each([
    ["articles are whole", figure("ARTICLES:篇", "130"), true],
    ["no part of an article", figure("ARTICLES:篇", "1.5"), false],
    ["money has cents", figure("DONATED_MONEY:元", "1200.50"), true],
    ["hours have halves", figure("HOURS:小时", "2.5"), true],
    ["goods without saying which", figure("DONATED_GOODS:批", "1"), false],
    ["goods that are named", figure("DONATED_GOODS:批", "1", { note: "图书" }), true],
    ["a period turned round", figure("ARTICLES:篇", "1", { periodTo: "2026-11-09" }), false],
    ["a period until today", figure("ARTICLES:篇", "1", { periodTo: "2026-11-23" }), true],
    ["a period to come", figure("ARTICLES:篇", "1", { periodTo: "2026-11-24" }), false],
  ])("%s", (_case, given, stands) => expect(figureRefusal(given, "2026-11-23") === null).toBe(stands));
});

describe("the next activity is owed", () => {
  const assignedFrom = "2026-01-31";
  const on = "2026-11-23";
  test.each([
    ["never one: from the assignment on", 3, null, "2026-06-30", "OVERDUE"],
    ["never one, assigned to be asked every ten months", 10, null, "2026-11-30", "DUE"],
    ["never one, once a year", 12, null, "2027-03-31", "LATER"],
    ["held this quarter: it is settled", 3, "2026-10-01", "2027-03-31", "DONE"],
    ["held today", 3, on, "2027-03-31", "DONE"],
    ["held last quarter: any day of this one will do", 3, "2026-08-20", "2026-12-31", "DUE"],
    ["not last quarter either", 3, "2026-06-30", "2026-09-30", "OVERDUE"],
    ["held last quarter, owed twice a year", 6, "2026-09-30", "2027-03-31", "LATER"],
    ["owed every month: the quarter does not settle it", 1, "2026-10-20", "2026-11-30", "DUE"],
    ["one that ends after the day is none yet", 3, "2026-12-01", "2026-06-30", "OVERDUE"],
  ] as const)("%s", (_case, months, lastHeldOn, dueOn, due) =>
    expect(activityDue(months, { assignedFrom, lastHeldOn }, on)).toEqual({ dueOn, due }),
  );
});

test("every measure has a unit of its own, goods have two", () => {
  expect(measuredUnits).toEqual([
    "ARTICLES:篇",
    "READS:次",
    "DONATED_MONEY:元",
    "DONATED_GOODS:件",
    "DONATED_GOODS:批",
    "HOURS:小时",
    "PARTICIPANTS:人次",
  ]);
});

test("only an address of the web becomes a link", () => {
  const texts = ["https://example.cn/a?b=1", "http://example.cn", "javascript:alert(1)", "活动签到表", "https://"];
  expect(texts.map((text) => sourceAddress(text) !== null)).toEqual([true, true, false, false, false]);
});

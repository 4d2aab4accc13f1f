import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/calendar";
import { duties, tallyDuty } from "@/lib/rulebook/rules/duties";
import {
  always,
  branchFile,
  fullCommittee,
  judge,
  meeting,
  members,
  officers,
  outcomesOf,
} from "@/tests/unit/rulebook/branch-file";

const someDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("2000-01-01", count));

describe("generalMeeting: at least quarterly", () => {
  const lastQuarter = meeting("2026-09-30", "GENERAL_MEETING");

  test.each([
    ["due until the quarter's last day", [lastQuarter], "2026-12-31", ["DUE"]],
    ["breached the day after", [lastQuarter], "2027-01-01", ["BREACHED", "DUE"]],
    ["held on the first day", [lastQuarter, meeting("2026-10-01", "GENERAL_MEETING")], "2026-12-31", ["FULFILLED"]],
    [
      "two in one quarter are not one in each",
      [meeting("2026-10-01", "GENERAL_MEETING")],
      "2026-12-31",
      ["BREACHED", "FULFILLED"],
    ],
    ["another kind of meeting does not do", [lastQuarter, meeting("2026-10-01", "THEME_DAY")], "2026-12-31", ["DUE"]],
  ])("%s", (_case, meetings, day, expected) => {
    expect(outcomesOf("generalMeeting", { meetings }, day)).toEqual(expected);
  });

  test("says until when", () => {
    expect(judge("generalMeeting", { meetings: [lastQuarter] }, "2026-11-23")[0]).toMatchObject({
      dueOn: "2026-12-31",
      text: "2026年第四季度还没有支部党员大会的记录，请在2026年12月31日前开展并记录。",
    });
  });

  test("a branch founded in the middle of a quarter owes none in it", () => {
    expect(outcomesOf("generalMeeting", { foundedOn: "2026-10-02" }, "2026-12-31")).toEqual(["NOT_APPLICABLE"]);
    expect(outcomesOf("generalMeeting", { foundedOn: "2026-10-02" }, "2027-01-01")).toEqual(["DUE"]);
    expect(outcomesOf("generalMeeting", { foundedOn: "2026-10-01" }, "2026-12-31")).toEqual(["DUE"]);
  });
});

describe("committeeMeeting: monthly; does not apply without a branch committee", () => {
  const september = meeting("2026-09-10", "COMMITTEE_MEETING");
  const october = meeting("2026-10-10", "COMMITTEE_MEETING");
  const august = meeting("2026-08-10", "COMMITTEE_MEETING");
  const meetings = [august, september, october];

  test.each([
    ["six full members", members(6), fullCommittee, ["NOT_APPLICABLE"]],
    ["seven full members", members(7), fullCommittee, ["DUE"]],
    ["six and one on probation", members(6, 1), fullCommittee, ["NOT_APPLICABLE"]],
    ["seven, and only a secretary", members(7), officers("SECRETARY", "DEPUTY_SECRETARY"), ["NOT_APPLICABLE"]],
  ])("%s", (_case, memberships, held, expected) => {
    expect(outcomesOf("committeeMeeting", { memberships, officers: held, meetings }, "2026-11-23")).toEqual(expected);
  });

  test("the seventh member in the middle of a month makes it due from the next", () => {
    const memberships = [...members(6), { ...always, fullFrom: "2026-10-15" }];
    const found = judge("committeeMeeting", { memberships, officers: fullCommittee }, "2026-12-01");
    expect(found.map(({ outcome, text }) => [outcome, text.slice(0, 8)])).toEqual([
      ["BREACHED", "2026年11月"],
      ["DUE", "2026年12月"],
    ]);
  });
});

describe("groupMeeting: monthly in every group; does not apply without groups", () => {
  const groups = ["甲组", "乙组"].map((name) => ({ ...always, id: name, name }));
  const held = (groupId: string | null, ...months: number[]) =>
    months.map((month) => meeting(`2026-${String(month).padStart(2, "0")}-05`, "GROUP_MEETING", groupId));

  test("no groups", () => {
    expect(outcomesOf("groupMeeting", {}, "2026-11-23")).toEqual(["NOT_APPLICABLE"]);
  });

  test("names the group that has not met", () => {
    const meetings = [...held("甲组", 8, 9, 10, 11), ...held("乙组", 8, 10)];
    const found = judge("groupMeeting", { groups, meetings }, "2026-11-23");
    expect(found.map(({ outcome }) => outcome)).toEqual(["BREACHED", "DUE"]);
    expect(found[0]?.text).toBe("乙组2026年9月没有党小组会的记录。已开展的请补录。");
    expect(found[1]?.text).toContain("乙组2026年11月还没有党小组会的记录");
  });

  test("a meeting without its group counts only where there is one", () => {
    const meetings = held(null, 8, 9, 10, 11);
    expect(outcomesOf("groupMeeting", { groups: groups.slice(0, 1), meetings }, "2026-11-23")).toEqual(["FULFILLED"]);
    expect(outcomesOf("groupMeeting", { groups, meetings }, "2026-11-23")).toEqual(["BREACHED", "DUE"]);
  });

  test("a group formed in the middle of a month owes from the next", () => {
    const young = [{ id: "g", name: "甲组", validFrom: "2026-11-02", validTo: null }];
    expect(outcomesOf("groupMeeting", { groups: young }, "2026-11-30")).toEqual(["NOT_APPLICABLE"]);
    expect(outcomesOf("groupMeeting", { groups: young }, "2026-12-01")).toEqual(["DUE"]);
  });
});

describe("partyLecture: as often as the committee sets, quarterly by default", () => {
  const meetings = [meeting("2026-07-01", "PARTY_LECTURE")];

  test.each([
    [3, ["DUE"]],
    [1, ["BREACHED", "DUE"]],
    [6, ["FULFILLED"]],
    [12, ["FULFILLED"]],
  ])("every %i months", (months, expected) => {
    const lectureRhythms = [{ from: "1900-01-01", months }];
    expect(outcomesOf("partyLecture", { meetings, lectureRhythms }, "2026-11-23")).toEqual(expected);
  });

  test("a change of the rhythm is held against nobody: the new one begins with its next period", () => {
    const lectureRhythms = [
      { from: "1900-01-01", months: 3 },
      { from: "2026-11-10", months: 1 },
    ];
    const on = (day: string) => outcomesOf("partyLecture", { meetings, lectureRhythms }, day);
    expect(on("2026-11-09")).toEqual(["NOT_APPLICABLE"]);
    expect(on("2026-11-30")).toEqual(["NOT_APPLICABLE"]);
    expect(on("2026-12-01")).toEqual(["DUE"]);
    expect(on("2027-01-01")).toEqual(["BREACHED", "DUE"]);
  });
});

describe("themeDay: monthly", () => {
  test("the month's last day is still in time, leap day too", () => {
    const meetings = ["2023-11-05", "2023-12-05", "2024-01-05"].map((heldOn) => meeting(heldOn, "THEME_DAY"));
    expect(outcomesOf("themeDay", { meetings }, "2024-02-29")).toEqual(["DUE"]);
    expect(outcomesOf("themeDay", { meetings }, "2024-03-01")).toEqual(["BREACHED", "DUE"]);
    const leapDay = [...meetings, meeting("2024-02-29", "THEME_DAY")];
    expect(outcomesOf("themeDay", { meetings: leapDay }, "2024-03-01")).toEqual(["DUE"]);
  });

  test("names the months of the last three without one", () => {
    const [breach] = judge("themeDay", { meetings: [meeting("2026-09-05", "THEME_DAY")] }, "2026-11-23");
    expect(breach?.text).toBe("2026年8月、10月没有主题党日的记录。已开展的请补录。");
  });

  test("one record may serve as theme day and lecture", () => {
    const both = { kinds: ["THEME_DAY" as const, "PARTY_LECTURE" as const], groupId: null, heldOn: "2026-11-05" };
    expect(outcomesOf("themeDay", { meetings: [both] }, "2026-11-23").at(-1)).toBe("FULFILLED");
    expect(outcomesOf("partyLecture", { meetings: [both] }, "2026-11-23").at(-1)).toBe("FULFILLED");
  });
});

describe.each([
  ["orgLifeMeeting", "ORG_LIFE_MEETING"],
  ["democraticAppraisal", "DEMOCRATIC_APPRAISAL"],
] as const)("%s: yearly", (id, kind) => {
  test.each([
    ["2026-12-31", [meeting("2025-06-01", kind)], ["DUE"]],
    ["2026-12-31", [meeting("2026-01-01", kind)], ["FULFILLED"]],
    ["2027-01-01", [meeting("2025-06-01", kind)], ["BREACHED", "DUE"]],
    ["2027-04-01", [], ["DUE"]],
  ])("on %s", (day, meetings, expected) => {
    expect(outcomesOf(id, { meetings }, day)).toEqual(expected);
  });
});

describe("a quarter's tally", () => {
  const [from, to] = ["2026-10-01", "2026-12-31"];
  const themeDays = ["2026-10-01", "2026-10-31", "2026-12-31"].map((heldOn) => meeting(heldOn, "THEME_DAY"));

  test("counts periods, not meetings", () => {
    const file = branchFile({ meetings: themeDays });
    expect(tallyDuty(duties.THEME_DAY, file, from, to)).toEqual({ required: 3, fulfilled: 2 });
  });

  test.each([
    ["founded in the first month", { foundedOn: "2026-10-02" }, 2],
    ["founded on the first day", { foundedOn: "2026-10-01" }, 3],
    ["dissolved in the last month", { dissolvedOn: "2026-12-31" }, 2],
    ["dissolved the day after the quarter", { dissolvedOn: "2027-01-01" }, 3],
    ["dissolved before", { dissolvedOn: "2026-09-30" }, 0],
  ])("a branch %s owes %o", (_case, facts, required) => {
    expect(tallyDuty(duties.THEME_DAY, branchFile(facts), from, to).required).toBe(required);
  });

  test("never more held than owed", () => {
    const days = fc.array(fc.integer({ min: 0, max: 200 }).map((count) => addDays("2026-08-01", count)));
    fc.assert(
      fc.property(days, someDay, (heldOn, foundedOn) => {
        const file = branchFile({ foundedOn, meetings: heldOn.map((day) => meeting(day, "THEME_DAY")) });
        const { required, fulfilled } = tallyDuty(duties.THEME_DAY, file, from, to);
        expect(fulfilled).toBeLessThanOrEqual(required);
      }),
    );
  });
});

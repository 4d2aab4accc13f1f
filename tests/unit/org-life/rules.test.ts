import { describe, expect, test } from "vitest";
import {
  areVotesPossible,
  attendanceOf,
  calledTo,
  countAttendance,
  fittingTasks,
  linkedTaskIds,
  mayLeaveOut,
  type RosterMember,
  sharedKinds,
  votesOf,
} from "@/lib/org-life/rules";

const person = (id: string, more: Partial<RosterMember> = {}): RosterMember => ({
  id,
  name: id,
  isEntitled: true,
  isOfficer: false,
  ...more,
});
const roster = [person("a", { isOfficer: true }), person("b"), person("c", { isEntitled: false })];
const present = (memberId: string) => ({ memberId, state: "PRESENT" as const, reason: null });
const all = roster.map(({ id }) => present(id));

describe("calledTo", () => {
  const called = (...kinds: Parameters<typeof calledTo>[0]) => calledTo(kinds, roster).map(({ id }) => id);
  test("everybody, and to a meeting of the branch committee alone its officers", () => {
    expect(called("GENERAL_MEETING")).toEqual(["a", "b", "c"]);
    expect(called("COMMITTEE_MEETING")).toEqual(["a"]);
    expect(called("COMMITTEE_MEETING", "PARTY_LECTURE")).toEqual(["a", "b", "c"]);
    expect(called()).toEqual(["a", "b", "c"]);
  });
  test("where no officer is registered, everybody", () => {
    const without = roster.map((member) => ({ ...member, isOfficer: false }));
    expect(calledTo(["COMMITTEE_MEETING"], without)).toHaveLength(3);
  });
});

test("mayLeaveOut: only meetings of a part of the branch", () => {
  expect(mayLeaveOut(["GROUP_MEETING"])).toBe(true);
  expect(mayLeaveOut(["COMMITTEE_MEETING"])).toBe(true);
  expect(mayLeaveOut(["THEME_DAY", "PARTY_LECTURE"])).toBe(false);
});

describe("attendanceOf", () => {
  test("keeps the reason of a leave only, and leaves out who was not called", () => {
    const marks = [
      { memberId: "a", state: "LEAVE" as const, reason: "出差" },
      { memberId: "b", state: "ABSENT" as const, reason: "忘了删的原因" },
      { memberId: "c", state: "NOT_CALLED" as const, reason: null },
    ];
    expect(attendanceOf(["GROUP_MEETING"], roster, marks)).toEqual([
      { memberId: "a", state: "LEAVE", isEntitled: true, reason: "出差" },
      { memberId: "b", state: "ABSENT", isEntitled: true, reason: null },
    ]);
  });
  test("null for the list of another day: a member too few, a member too many", () => {
    expect(attendanceOf(["THEME_DAY"], roster, all.slice(1))).toBeNull();
    expect(attendanceOf(["THEME_DAY"], roster, [...all, present("x")])).toBeNull();
  });
  test("marks of members a committee meeting does not call are no fault", () => {
    expect(attendanceOf(["COMMITTEE_MEETING"], roster, all)).toHaveLength(1);
    expect(attendanceOf(["COMMITTEE_MEETING"], roster, [present("a")])).toHaveLength(1);
  });
});

test("sharedKinds: the same kind twice on a day, but not of two groups", () => {
  const record = (kinds: Parameters<typeof calledTo>[0], groupId: string | null = null) => ({ kinds, groupId });
  expect(sharedKinds(record(["THEME_DAY", "PARTY_LECTURE"]), record(["PARTY_LECTURE"]))).toEqual(["PARTY_LECTURE"]);
  expect(sharedKinds(record(["THEME_DAY"]), record(["PARTY_LECTURE"]))).toEqual([]);
  expect(sharedKinds(record(["GROUP_MEETING"], "g1"), record(["GROUP_MEETING"], "g2"))).toEqual([]);
  expect(sharedKinds(record(["GROUP_MEETING"], "g1"), record(["GROUP_MEETING"], "g1"))).toEqual(["GROUP_MEETING"]);
  expect(sharedKinds(record(["GROUP_MEETING", "PARTY_LECTURE"], "g1"), record(["PARTY_LECTURE"], "g2"))).toEqual([
    "PARTY_LECTURE",
  ]);
});

test("countAttendance counts full members apart", () => {
  const rows = [
    { state: "PRESENT" as const, isEntitled: true },
    { state: "PRESENT" as const, isEntitled: false },
    { state: "LEAVE" as const, isEntitled: true },
    { state: "ABSENT" as const, isEntitled: false },
  ];
  expect(countAttendance(rows)).toEqual({
    called: 4,
    present: 2,
    leave: 1,
    absent: 1,
    entitled: 2,
    entitledPresent: 1,
  });
});

describe("the tasks a record fulfils", () => {
  const task = (id: string, ...recordKinds: Parameters<typeof calledTo>[0]) => ({
    id,
    title: id,
    evidence: "ORG_LIFE" as const,
    recordKinds,
  });
  test("by kind", () => {
    const tasks = [task("t1", "THEME_DAY"), task("t2", "PARTY_LECTURE", "THEME_DAY"), task("t3", "GENERAL_MEETING")];
    const record = { kinds: ["THEME_DAY" as const], heldOn: "2026-12-31" };
    expect(fittingTasks(tasks, record).map(({ id }) => id)).toEqual(["t1", "t2"]);
  });
  test("what was shown and unticked stays out; what was never shown is linked", () => {
    const fitting = [{ id: "t1" }, { id: "t2" }, { id: "t3" }];
    expect(linkedTaskIds(fitting, { tickedIds: ["t1"], shownIds: ["t1", "t2"] })).toEqual(["t1", "t3"]);
    expect(linkedTaskIds([], { tickedIds: ["t1"], shownIds: ["t1"] })).toEqual([]);
  });
});

describe("votesOf", () => {
  const counts = { entitled: 8, entitledPresent: 6 };
  test("no number of votes for: no vote was taken", () => {
    expect(votesOf({ entitledCount: 8, presentCount: 6, forCount: null }, counts)).toBeNull();
  });
  test("what is empty comes from the attendance, what is written stands, nought is a number", () => {
    expect(votesOf({ entitledCount: null, presentCount: null, forCount: 0 }, counts)).toEqual({
      entitledCount: 8,
      presentCount: 6,
      forCount: 0,
    });
    expect(votesOf({ entitledCount: 7, presentCount: null, forCount: 5 }, counts)?.entitledCount).toBe(7);
  });
});

test.each([
  [8, 6, 6, true],
  [8, 8, 8, true],
  [8, 6, 7, false],
  [6, 7, 5, false],
  [0, 0, 0, true],
])("areVotesPossible: entitled %i, present %i, for %i → %s", (entitledCount, presentCount, forCount, possible) => {
  expect(areVotesPossible({ entitledCount, presentCount, forCount })).toBe(possible);
});

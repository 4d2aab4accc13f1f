import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/calendar";
import { isProbationReminderDay, probationEndsOn, probationReminderDays } from "@/lib/rulebook/rules/members";
import { isPassed, isQuorate } from "@/lib/rulebook/rules/quorum";
import { judge, outcomesOf } from "@/tests/unit/rulebook/branch-file";

const day = "2026-11-23";

describe("quorum: more than half of those entitled are present, and more than half of those entitled are for it", () => {
  test.each([
    [10, 5, false],
    [10, 6, true],
    [9, 4, false],
    [9, 5, true],
    [1, 1, true],
    [0, 0, false],
  ])("%i entitled, %i present: %s", (entitled, present, expected) => {
    expect(isQuorate(entitled, present)).toBe(expected);
  });

  test("half of those entitled is not enough, even when everybody present is for it", () => {
    expect(isQuorate(10, 6)).toBe(true);
    expect(isPassed(10, 5)).toBe(false);
    expect(isPassed(10, 6)).toBe(true);
  });

  test("whatever passes was quorate: nobody votes who is not there", () => {
    const votes = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)).map((counts) => counts.toSorted((a, b) => b - a));
    fc.assert(
      fc.property(votes, ([entitled = 0, present = 0, inFavour = 0]) => {
        expect(!isPassed(entitled, inFavour) || isQuorate(entitled, present)).toBe(true);
      }),
    );
  });

  test.each([
    ["no vote", [], ["NOT_APPLICABLE"]],
    ["a good one", [{ heldOn: "2026-11-01", entitledCount: 10, presentCount: 6 }], ["FULFILLED"]],
    ["one without quorum", [{ heldOn: "2026-11-01", entitledCount: 10, presentCount: 5 }], ["BREACHED"]],
    ["long ago", [{ heldOn: "2026-08-23", entitledCount: 10, presentCount: 5 }], ["NOT_APPLICABLE"]],
    ["just inside three months", [{ heldOn: "2026-08-24", entitledCount: 10, presentCount: 5 }], ["BREACHED"]],
  ])("%s", (_case, votes, expected) => {
    expect(outcomesOf("quorum", { votes }, day)).toEqual(expected);
  });
});

describe("probation: one year, reminders 60, 30, 14, 7 and 1 days before", () => {
  test.each([
    ["2025-11-23", "2026-11-23"],
    ["2024-02-29", "2025-02-28"],
    ["2023-02-28", "2024-02-28"],
  ])("from %s to %s", (joinedOn, endsOn) => {
    expect(probationEndsOn(joinedOn)).toBe(endsOn);
  });

  test("a reminder falls on exactly these days", () => {
    const ends = probationEndsOn("2025-11-23");
    const reminded = Array.from({ length: 70 }, (_, left) => left - 3).filter((left) =>
      isProbationReminderDay("2025-11-23", addDays(ends, -left)),
    );
    expect(reminded.toSorted((a, b) => b - a)).toEqual([...probationReminderDays]);
  });

  test.each([
    [null, "DUE", null],
    ["2026-01-23", "NOT_APPLICABLE", "2027-01-23"],
    ["2026-01-22", "DUE", "2027-01-22"],
    ["2025-11-23", "DUE", "2026-11-23"],
    ["2025-11-22", "BREACHED", "2026-11-22"],
  ])("joined on %s: %s", (joinedOn, outcome, dueOn) => {
    const [judgement] = judge("probation", { probationers: [{ id: "m", name: "张三", joinedOn }] }, day);
    expect([judgement?.outcome, judgement?.dueOn ?? null]).toEqual([outcome, dueOn]);
    expect(judgement?.subject).toEqual({ kind: "MEMBER", id: "m", name: "张三" });
  });

  test("does not apply to a branch without members on probation", () => {
    expect(outcomesOf("probation", {}, day)).toEqual(["NOT_APPLICABLE"]);
  });
});

describe("floatingMember: six months away", () => {
  test("is shown and not judged: the file does not say since when a member is away", () => {
    expect(judge("floatingMember", {}, day)).toEqual([]);
  });
});

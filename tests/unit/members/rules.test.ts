import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MemberStage } from "@/generated/prisma/enums";
import { addDays } from "@/lib/calendar";
import { probationEndsOn, probationOn, startedOnOrAfter } from "@/lib/members/rules";
import { hasJoined, stageAfter } from "@/lib/members/workflow";

describe("probation: one year from the branch vote", () => {
  test.each([
    ["2025-03-05", "2026-03-05"],
    ["2024-02-29", "2025-02-28"],
    ["2025-12-31", "2026-12-31"],
  ])("%s → %s", (joinedOn, endsOn) => expect(probationEndsOn(joinedOn)).toBe(endsOn));

  test("counts the days left, and those over", () => {
    const member = { stage: "PROBATIONARY" as const, joinedOn: "2025-12-01" };
    expect(probationOn("2026-11-23", member)).toEqual({ endsOn: "2026-12-01", daysLeft: 8 });
    expect(probationOn("2026-12-01", member)?.daysLeft).toBe(0);
    expect(probationOn("2026-12-11", member)?.daysLeft).toBe(-10);
  });

  test("watches nobody but probationary members whose day is known", () => {
    expect(probationOn("2026-11-23", { stage: "PROBATIONARY", joinedOn: null })).toBeNull();
    for (const stage of Object.values(MemberStage).filter((each) => each !== "PROBATIONARY")) {
      expect(probationOn("2026-11-23", { stage, joinedOn: "2025-12-01" })).toBeNull();
    }
  });
});

test("stages follow one another to the full member, one at a time", () => {
  const way: MemberStage[] = ["APPLICANT"];
  for (let next = stageAfter("APPLICANT"); next; next = stageAfter(next)) way.push(next);
  expect(way).toEqual(["APPLICANT", "ACTIVIST", "CANDIDATE", "PROBATIONARY", "FULL"]);
  expect(way.filter(hasJoined)).toEqual(["PROBATIONARY", "FULL"]);
});

describe("startedOnOrAfter: what a change on a day would cut off before it began", () => {
  const on = "2026-06-01";

  test.each([
    ["began before, still holds", { validFrom: "2026-05-31", validTo: null }, false],
    ["began before, ended before", { validFrom: "2026-01-01", validTo: "2026-02-01" }, false],
    ["begins that day", { validFrom: on, validTo: null }, true],
    ["begins later", { validFrom: "2027-01-01", validTo: "2027-02-01" }, true],
  ])("%s", (_words, entry, isLater) => expect(startedOnOrAfter(on, [entry])).toEqual(isLater ? [entry] : []));

  test("never one that began before", () => {
    const dayAround = fc.integer({ min: -500, max: 500 }).map((count) => addDays(on, count));
    fc.assert(
      fc.property(dayAround, fc.option(fc.integer({ min: 1, max: 400 })), (validFrom, length) => {
        const entry = { validFrom, validTo: length === null ? null : addDays(validFrom, length) };
        for (const later of startedOnOrAfter(on, [entry])) expect(later.validFrom >= on).toBe(true);
      }),
    );
  });
});

import { expect, test } from "vitest";
import { factsFromVisit, isNothingConfirmed } from "@/lib/visits/rules/confirmed-facts";

const nothing = { employeeCount: null, declaredMemberCount: null, contactName: null, isStillHere: null };
const day = "2026-11-20";

test("what was not spoken of changes nothing", () => {
  expect(isNothingConfirmed(nothing)).toBe(true);
  expect(factsFromVisit({ sources: {} }, nothing, day)).toEqual({ sources: {}, values: {} });
});

test("what was said becomes the value, with the visit and its day as the source", () => {
  const { sources, values } = factsFromVisit(
    { sources: {} },
    { ...nothing, employeeCount: 0, contactName: "李经理" },
    day,
  );
  expect(values).toEqual({ employeeCount: 0, contactName: "李经理" });
  expect(sources.employeeCount).toEqual([{ source: "VISIT", on: day, value: 0 }]);
});

test("a newer word of somebody else stays the value; the visit's word is kept beside it", () => {
  const known = { employeeCount: [{ source: "STAFF" as const, on: "2026-11-21", value: 80 }] };
  const { sources, values } = factsFromVisit({ sources: known }, { ...nothing, employeeCount: 50 }, day);
  expect(values).toEqual({});
  expect(sources.employeeCount?.map(({ source, value }) => [source, value])).toEqual([
    ["STAFF", 80],
    ["VISIT", 50],
  ]);
});

test("no longer here is a word against the register, not a move", () => {
  const { sources, values } = factsFromVisit({ sources: {} }, { ...nothing, isStillHere: false }, day);
  expect(values).toEqual({});
  expect(sources.isSettled).toEqual([{ source: "VISIT", on: day, value: false }]);
});

import { describe, expect, test } from "vitest";
import { type Location, planLocation } from "@/lib/imports/rules/enterprises/location-plan";

const day = "2026-11-23";
const open = { day, closedOn: null, isReopened: false };
const here: Location = {
  id: "here",
  parkId: "park",
  buildingId: "house",
  isSettled: false,
  validFrom: "2019-03-05",
  validTo: null,
};
const says = (said: Partial<Parameters<typeof planLocation>[1]> = {}) => ({
  place: { parkId: "park", buildingId: null },
  isBuildingSaid: false,
  isSettled: null,
  ...said,
});
const nothing = { endOn: null, isRemoved: false, begin: null };

describe("an enterprise that is active", () => {
  test("stays where it is when the row says nothing else", () => {
    expect(planLocation(here, says(), open)).toEqual(nothing);
    expect(planLocation(null, says({ place: null }), open)).toEqual(nothing);
  });

  test("入驻 holds from today, in the same building", () => {
    const begin = { parkId: "park", buildingId: "house", isSettled: true, validFrom: day, validTo: null };
    expect(planLocation(here, says({ isSettled: true }), open)).toEqual({ ...nothing, endOn: day, begin });
  });

  test("a building is not carried to another park", () => {
    const plan = planLocation(here, says({ place: { parkId: "other", buildingId: null } }), open);
    expect(plan.begin).toMatchObject({ parkId: "other", buildingId: null, isSettled: false });
  });

  test("what was entered today is replaced", () => {
    const plan = planLocation({ ...here, validFrom: day }, says({ isSettled: true }), open);
    expect(plan).toMatchObject({ endOn: null, isRemoved: true, begin: { validFrom: day, isSettled: true } });
  });

  test("a place that will end keeps its end", () => {
    const plan = planLocation({ ...here, validTo: "2027-01-01" }, says({ isSettled: true }), open);
    expect(plan.begin?.validTo).toBe("2027-01-01");
  });

  test("without a place so far it has one from today on", () => {
    const plan = planLocation(null, says({ isSettled: true }), open);
    expect(plan).toEqual({
      ...nothing,
      begin: { parkId: "park", buildingId: null, isSettled: true, validFrom: day, validTo: null },
    });
  });
});

describe("an enterprise that is closed", () => {
  test("was where it was up to its closing", () => {
    expect(planLocation(here, says(), { ...open, closedOn: day })).toEqual({ ...nothing, endOn: day });
  });

  test("registered the day it closed, it was there the day before", () => {
    const plan = planLocation({ ...here, validFrom: day }, says(), { ...open, closedOn: day });
    expect(plan).toMatchObject({ isRemoved: true, begin: { validFrom: "2026-11-22", validTo: day } });
  });

  test("a place that ended with it is not touched again", () => {
    const ended = { ...here, validTo: "2024-05-01" };
    expect(planLocation(ended, says(), { ...open, closedOn: "2024-05-01" })).toEqual(nothing);
  });

  test("active again, it is at its old place from today on", () => {
    const plan = planLocation({ ...here, validTo: "2024-05-01" }, says(), { ...open, isReopened: true });
    expect(plan).toMatchObject({
      endOn: null,
      begin: { parkId: "park", buildingId: "house", validFrom: day, validTo: null },
    });
  });
});

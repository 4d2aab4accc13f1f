import { expect, test } from "vitest";
import { isGivenUp, isQuiet, maxAttempts, nextAttemptAt } from "@/lib/deliveries/rules";

const now = new Date("2026-11-27T00:00:00Z");
const night = { from: 21 * 60, to: 8 * 60 };

test("each attempt waits longer than the one before, and the eighth is the last", () => {
  const waits = Array.from({ length: maxAttempts }, (_, index) =>
    nextAttemptAt({ attempts: index + 1, uncertainCount: 0 }, now),
  );
  const minutes = waits.map((at) => at && (at.getTime() - now.getTime()) / 60_000);
  expect(minutes).toEqual([1, 5, 15, 60, 120, 240, 480, null]);
});

test("two attempts whose end nobody knows are the last ones", () => {
  expect(nextAttemptAt({ attempts: 1, uncertainCount: 1 }, now)).not.toBeNull();
  expect(nextAttemptAt({ attempts: 2, uncertainCount: 2 }, now)).toBeNull();
  expect(isGivenUp({ attempts: 2, uncertainCount: 1 })).toBe(false);
  expect(isGivenUp({ attempts: 3, uncertainCount: 2 })).toBe(true);
});

test.each([
  ["2026-11-27T12:59:59Z", false],
  ["2026-11-27T13:00:00Z", true],
  ["2026-11-27T16:30:00Z", true],
  ["2026-11-27T23:59:59Z", true],
  ["2026-11-28T00:00:00Z", false],
])("from 21:00 to 08:00 in Shanghai it is quiet: %s is %s", (instant, expected) => {
  expect(isQuiet(new Date(instant), night)).toBe(expected);
});

test("quiet hours within a day, and none at all", () => {
  const noon = { from: 12 * 60, to: 14 * 60 };
  expect(isQuiet(new Date("2026-11-27T04:00:00Z"), noon)).toBe(true);
  expect(isQuiet(new Date("2026-11-27T06:00:00Z"), noon)).toBe(false);
  expect(isQuiet(new Date("2026-11-27T16:30:00Z"), null)).toBe(false);
});

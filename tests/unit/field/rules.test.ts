import { describe, expect, test } from "vitest";
import { settledDay, withoutNumbers } from "@/lib/field/rules";

/** Noon in Shanghai on the 23rd. */
const now = new Date("2026-11-23T04:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000).toISOString();

describe("R11 settledDay", () => {
  const item = { day: "2026-11-23", dayIsDefault: true, recordedAt: now.toISOString() };

  test("a clock that is right leaves the day as it is, also days later", () => {
    expect(settledDay(item, { sentAt: now.toISOString(), now })).toBe("2026-11-23");
    const later = new Date(now.getTime() + 3 * 86_400_000);
    expect(settledDay(item, { sentAt: later.toISOString(), now: later })).toBe("2026-11-23");
  });

  test("a clock a day fast or slow: the day is moved back to the true one", () => {
    const fast = { day: "2026-11-24", dayIsDefault: true, recordedAt: hours(23) };
    expect(settledDay(fast, { sentAt: hours(24), now })).toBe("2026-11-23");
    const slow = { day: "2026-11-22", dayIsDefault: true, recordedAt: hours(-25) };
    expect(settledDay(slow, { sentAt: hours(-24), now })).toBe("2026-11-23");
  });

  test("a clock that was put right between writing and sending: never a day ahead", () => {
    const fast = { day: "2026-11-24", dayIsDefault: true, recordedAt: hours(24) };
    expect(settledDay(fast, { sentAt: now.toISOString(), now })).toBe("2026-11-23");
  });

  test("the way a batch takes is no wrong clock", () => {
    const late = { day: "2026-11-23", dayIsDefault: true, recordedAt: "2026-11-23T15:58:00Z" };
    const after = new Date("2026-11-23T16:02:00Z");
    expect(settledDay(late, { sentAt: "2026-11-23T15:59:00Z", now: after })).toBe("2026-11-23");
  });

  test("a chosen day stays, also a wrong one: it is refused with a reason", () => {
    const chosen = { ...item, day: "2026-11-30", dayIsDefault: false };
    expect(settledDay(chosen, { sentAt: hours(24), now })).toBe("2026-11-30");
  });

  test("years off tell nothing: the day typed stays", () => {
    const lost = { day: "1970-01-01", dayIsDefault: true, recordedAt: "1970-01-01T03:00:00Z" };
    expect(settledDay(lost, { sentAt: "1970-01-01T04:00:00Z", now })).toBe("1970-01-01");
  });
});

describe("S53 withoutNumbers", () => {
  test("phones and ID numbers that somebody wrote into a text stay at home", () => {
    expect(withoutNumbers("找张经理 13900000000，证件 11010119900101123X")).toBe(
      "找张经理 （号码略），证件 （号码略）",
    );
    expect(withoutNumbers("电话 139-0000-0000 或 １３９００００００００")).toBe("电话 （号码略） 或 （号码略）");
  });

  test("counts and days stay", () => {
    expect(withoutNumbers("约 120 人，3 名党员，2026 年成立")).toBe("约 120 人，3 名党员，2026 年成立");
  });

  test("a long text is cut", () => {
    expect(withoutNumbers("字".repeat(200))).toBe(`${"字".repeat(160)}…`);
  });
});

import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { addDays } from "@/lib/calendar";
import { describeSetting } from "@/lib/settings/labels";
import { canChangeSettings, visibleSettings } from "@/lib/settings/policy";
import { settingsFrom } from "@/lib/settings/rules";
import {
  changeableKeys,
  changedSetting,
  reminderChoices,
  settingDefaults,
  settingSchemas,
} from "@/lib/settings/schema";
import { administrator, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

const row = (validFrom: string, value: unknown, key = "staleDays") => ({ key, value, validFrom });

describe("the settings that hold on a day", () => {
  test("nobody set anything: the defaults of domain section 5", () => {
    expect(settingsFrom([], "2026-11-23")).toEqual({
      summaryDeadlineDay: 10,
      reminderDays: [14, 7, 1, -1],
      dutyRhythm: "WEEKLY",
      visitRhythmMonths: 1,
      activityRhythmMonths: 3,
      lectureRhythmMonths: 3,
      coverageBase: "SETTLED",
      workCoverageCountsGroups: false,
      staleDays: 180,
      holidays: [],
    });
  });

  test("every default is a value its setting may hold", () => {
    for (const [key, schema] of Object.entries(settingSchemas)) {
      expect(schema.parse(settingDefaults[key as keyof typeof settingDefaults])).toEqual(
        settingDefaults[key as keyof typeof settingDefaults],
      );
    }
  });

  const rows = [row("2026-03-01", 90), row("2026-01-01", 365), row("2026-12-01", 30)];
  test.each([
    ["2025-12-31", 180],
    ["2026-01-01", 365],
    ["2026-02-28", 365],
    ["2026-03-01", 90],
    ["2026-11-30", 90],
    ["2026-12-01", 30],
  ])("on %s: %i days", (day, staleDays) => expect(settingsFrom(rows, day).staleDays).toBe(staleDays));

  test("one setting does not touch another, and an unknown key none", () => {
    const settings = settingsFrom(
      [row("2026-01-01", 1, "gone"), row("2026-01-01", "ACTIVE", "coverageBase")],
      "2026-06-01",
    );
    expect(settings).toEqual({ ...settingDefaults, coverageBase: "ACTIVE" });
  });

  test("a value that cannot be is a bug, not a default", () => {
    expect(() => settingsFrom([row("2026-01-01", "many")], "2026-06-01")).toThrow();
  });
});

describe("what a form may set", () => {
  const change = { committeeId: "01a207b7-ec33-744f-a5fd-90578d29ec4e", validFrom: "2026-12-01" };
  test.each([
    ["coverageBase", "ACTIVE", "ACTIVE"],
    ["staleDays", " 90 ", 90],
    ["staleDays", "1825", 1825],
    ["summaryDeadlineDay", "1", 1],
    ["summaryDeadlineDay", "31", 31],
    ["lectureRhythmMonths", "12", 12],
    ["visitRhythmMonths", "2", 2],
    ["activityRhythmMonths", " 6 ", 6],
    ["dutyRhythm", "MONTHLY", "MONTHLY"],
    ["reminderDays", ["-1", "7", "14", "7"], [14, 7, -1]],
    ["reminderDays", undefined, []],
    ["holidays", " 2026-10-02\r\n\r\n2026-10-01\n2026-10-02 ", ["2026-10-01", "2026-10-02"]],
    ["holidays", "２０２６-１０-０１", ["2026-10-01"]],
    ["holidays", "", []],
  ])("%s %j", (key, value, kept) => expect(changedSetting.parse({ ...change, key, value }).value).toEqual(kept));

  test.each([
    ["coverageBase", "EVERYTHING"],
    ["staleDays", "29"],
    ["staleDays", "1826"],
    ["staleDays", "九十"],
    ["staleDays", ""],
    ["summaryDeadlineDay", "0"],
    ["summaryDeadlineDay", "32"],
    ["lectureRhythmMonths", "0"],
    ["lectureRhythmMonths", "13"],
    ["reminderDays", ["soon"]],
    ["reminderDays", ["61"]],
    ["reminderDays", Array.from({ length: 11 }, (_, day) => String(day))],
    ["holidays", "2026-02-30"],
    ["holidays", "2026-10-01 国庆节"],
    ["holidays", Array.from({ length: 201 }, (_, count) => addDays("2026-01-01", count)).join("\n")],
    ["visitRhythmMonths", "0"],
    ["dutyRhythm", "DAILY"],
    ["activityRhythmMonths", "0"],
    ["activityRhythmMonths", "13"],
    ["activityRhythmMonths", "每季"],
    ["workCoverageCountsGroups", "true"],
  ])("not %s %j", (key, value) => expect(changedSetting.safeParse({ ...change, key, value }).success).toBe(false));

  test("what a form gives is what the setting may hold", () => {
    expect(changeableKeys.every((key) => key in settingSchemas)).toBe(true);
    expect(reminderChoices.every((days) => settingSchemas.reminderDays.safeParse([days]).success)).toBe(true);
  });

  test("the day that is wrong is named", () => {
    const parsed = changedSetting.safeParse({ ...change, key: "holidays", value: "2026-10-01\n2026-13-01" });
    expect(parsed.error?.issues[0]?.message).toContain("“2026-13-01”");
  });
});

describe("a setting in words", () => {
  test.each([
    ["summaryDeadlineDay", 10, "季度后次月 10 日"],
    ["reminderDays", [7, 0, -1], "截止前 7 天、截止当天、截止后 1 天"],
    ["lectureRhythmMonths", 1, "每月 1 次"],
    ["lectureRhythmMonths", 3, "每 3 个月 1 次"],
    ["visitRhythmMonths", 1, "每月 1 次"],
    ["activityRhythmMonths", 3, "每 3 个月 1 次"],
    ["dutyRhythm", "BIWEEKLY", "每两周"],
    ["reminderDays", [], "不提醒"],
    ["holidays", ["2026-10-01"], "2026-10-01"],
    [
      "holidays",
      ["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04"],
      "2026-10-01、2026-10-02、2026-10-03 等 4 天",
    ],
    ["holidays", [], "未设置"],
  ] as const)("%s %j: %s", (key, value, words) => expect(describeSetting(key, value)).toBe(words));
});

describe.each(Object.values(Role))("%s", (role) => {
  const table: Record<Role, { actor: Actor; sees: object; changes: boolean }> = {
    STAFF: { actor: staffOf("own"), sees: { id: { in: ["own"] } }, changes: false },
    SECRETARY: { actor: secretaryOf("branch"), sees: nowhere, changes: false },
    INSTRUCTOR: { actor: instructorOf("me"), sees: nowhere, changes: false },
    ADMIN: { actor: administrator(), sees: {}, changes: true },
    AUDITOR: { actor: auditor(), sees: nowhere, changes: false },
  };
  const { actor, sees, changes } = table[role];
  test("sees settings", () => expect(visibleSettings(actor)).toEqual(sees));
  test("changes settings", () => expect(canChangeSettings(actor)).toBe(changes));
});

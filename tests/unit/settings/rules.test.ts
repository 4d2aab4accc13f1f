import { describe, expect, test } from "vitest";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { nowhere } from "@/lib/auth/scope";
import { canChangeSettings, visibleSettings } from "@/lib/settings/policy";
import { settingsFrom } from "@/lib/settings/rules";
import { changeableKeys, changedSetting, settingDefaults, settingSchemas } from "@/lib/settings/schema";
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
  ])("%s %j", (key, value, kept) => expect(changedSetting.parse({ ...change, key, value }).value).toBe(kept));

  test.each([
    ["coverageBase", "EVERYTHING"],
    ["staleDays", "29"],
    ["staleDays", "1826"],
    ["staleDays", "九十"],
    ["staleDays", ""],
    ["holidays", "2026-01-01"],
  ])("not %s %j", (key, value) => expect(changedSetting.safeParse({ ...change, key, value }).success).toBe(false));

  test("what a form gives is what the setting may hold", () => {
    expect(changeableKeys.every((key) => key in settingSchemas)).toBe(true);
  });
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

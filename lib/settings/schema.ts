import { z } from "zod";
import { coverageBases } from "@/lib/coverage/schema";
import { choice, recordId, requiredDay, requiredText } from "@/lib/forms/fields";

const months = z.number().int().min(1).max(12);

/** What each setting of a committee may hold (domain section 5), as it is kept. */
export const settingSchemas = {
  /** Day of the month after the quarter until which a summary is on time. */
  summaryDeadlineDay: z.number().int().min(1).max(31),
  /** Days before the deadline; a negative day lies after it. */
  reminderDays: z.array(z.number().int().min(-30).max(60)).max(10),
  dutyRhythm: z.enum(["WEEKLY", "BIWEEKLY", "MONTHLY"]),
  visitRhythmMonths: months,
  activityRhythmMonths: months,
  lectureRhythmMonths: months,
  coverageBase: z.enum(coverageBases),
  /** Whether a live group organization counts as work coverage. */
  workCoverageCountsGroups: z.boolean(),
  /** A fact of an enterprise older than this is shown as stale. */
  staleDays: z.number().int().min(30).max(1_825),
  holidays: z.array(z.iso.date()).max(200),
};

export type SettingKey = keyof typeof settingSchemas;
export type Settings = { [Key in SettingKey]: z.output<(typeof settingSchemas)[Key]> };

export const settingDefaults: Settings = {
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
};

/** The settings people can change today; a setting gets its form together with what it steers. */
export const changeableKeys = ["coverageBase", "staleDays"] as const satisfies readonly SettingKey[];

export type ChangeableKey = (typeof changeableKeys)[number];

const days = requiredText("天数", 4)
  .pipe(z.string().regex(/^\d{1,4}$/, "请填写整数天数。"))
  .transform(Number)
  .pipe(z.number().min(30, "至少 30 天。").max(1_825, "最多 1825 天（五年）。"));

const change = { committeeId: recordId("党委"), validFrom: requiredDay("生效日期") };

export const changedSetting = z.discriminatedUnion("key", [
  z.object({ ...change, key: z.literal("coverageBase"), value: choice("统计范围", coverageBases) }),
  z.object({ ...change, key: z.literal("staleDays"), value: days }),
]);

export const withdrawnSetting = z.object({ id: recordId("设置") });

export type ChangedSetting = z.output<typeof changedSetting>;
export type WithdrawnSetting = z.output<typeof withdrawnSetting>;

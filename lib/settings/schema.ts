import { z } from "zod";
import { isDay } from "@/lib/calendar";
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
export const changeableKeys = [
  "summaryDeadlineDay",
  "reminderDays",
  "lectureRhythmMonths",
  "visitRhythmMonths",
  "activityRhythmMonths",
  "dutyRhythm",
  "coverageBase",
  "staleDays",
  "holidays",
] as const satisfies readonly SettingKey[];

export type ChangeableKey = (typeof changeableKeys)[number];

/** The days a form offers for reminders: before the deadline, on it (0) and after it (negative). */
export const reminderChoices = [30, 21, 14, 10, 7, 5, 3, 2, 1, 0, -1, -3, -7, -14];

const wholeNumber = (label: string, from: number, to: number) =>
  requiredText(label, 4)
    .pipe(z.string().regex(/^\d{1,4}$/, `请填写整数${label}。`))
    .transform(Number)
    .pipe(z.number().min(from, `${label}最小为 ${from}。`).max(to, `${label}最大为 ${to}。`));

/** Ticked boxes: none at all is "no reminders". */
const reminderDays = z
  .array(z.string().regex(/^-?\d{1,2}$/, "请从列出的日子中选择。"))
  .max(20, "最多选择 10 个提醒日。")
  .default([])
  .transform((texts) => [...new Set(texts.map(Number))].toSorted((a, b) => b - a))
  .pipe(z.array(z.number().min(-30).max(60)).max(10, "最多选择 10 个提醒日。"));

/** One day a line, in any order; empty lines and repeated days are dropped, and no day at all is a value too. */
const holidays = z
  .string()
  .max(4_000, "节假日最多 200 天。")
  .default("")
  .transform((text) =>
    text
      .normalize("NFKC")
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .superRefine((lines, context) => {
    const wrong = lines.find((line) => !isDay(line));
    if (wrong)
      context.addIssue({ code: "custom", message: `“${wrong}”不是存在的日期，请写成 2026-10-01 这样，一行一天。` });
  })
  .transform((lines) => [...new Set(lines)].toSorted())
  .pipe(z.array(z.string()).max(200, "节假日最多 200 天。"));

const change = { committeeId: recordId("党委"), validFrom: requiredDay("生效日期") };

export const changedSetting = z.discriminatedUnion("key", [
  z.object({
    ...change,
    key: z.literal("summaryDeadlineDay"),
    value: wholeNumber("日期", 1, 31),
  }),
  z.object({ ...change, key: z.literal("reminderDays"), value: reminderDays }),
  z.object({ ...change, key: z.literal("holidays"), value: holidays }),
  z.object({ ...change, key: z.literal("lectureRhythmMonths"), value: wholeNumber("月数", 1, 12) }),
  z.object({ ...change, key: z.literal("visitRhythmMonths"), value: wholeNumber("月数", 1, 12) }),
  z.object({ ...change, key: z.literal("activityRhythmMonths"), value: wholeNumber("月数", 1, 12) }),
  z.object({ ...change, key: z.literal("dutyRhythm"), value: choice("驻点节奏", ["WEEKLY", "BIWEEKLY", "MONTHLY"]) }),
  z.object({ ...change, key: z.literal("coverageBase"), value: choice("统计范围", coverageBases) }),
  z.object({ ...change, key: z.literal("staleDays"), value: wholeNumber("天数", 30, 1_825) }),
]);

export const withdrawnSetting = z.object({ id: recordId("设置") });

export type ChangedSetting = z.output<typeof changedSetting>;
export type WithdrawnSetting = z.output<typeof withdrawnSetting>;

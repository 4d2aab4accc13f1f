import { baseLabels } from "@/lib/coverage/labels";
import type { ChangeableKey, SettingKey } from "@/lib/settings/schema";

export const settingLabels: Record<SettingKey, string> = {
  summaryDeadlineDay: "季度总结截止日",
  reminderDays: "提醒日",
  dutyRhythm: "驻点节奏",
  visitRhythmMonths: "走访节奏",
  activityRhythmMonths: "活动节奏",
  lectureRhythmMonths: "党课节奏",
  coverageBase: "覆盖率统计范围",
  workCoverageCountsGroups: "群团组织计入工作覆盖",
  staleDays: "企业信息时效",
  holidays: "节假日",
};

/** What a setting steers, for the person who changes it. */
export const settingNotes: Record<ChangeableKey, string> = {
  coverageBase: "组织覆盖页打开时默认的分母。页面上仍可临时改看其他范围。",
  staleDays: "企业的一项信息超过这个天数没有更新，就标为“待更新”。",
};

/** A setting's value in words. */
export function describeSetting(key: ChangeableKey, value: unknown): string {
  switch (key) {
    case "coverageBase":
      return baseLabels[value as keyof typeof baseLabels];
    case "staleDays":
      return `${value} 天`;
  }
}

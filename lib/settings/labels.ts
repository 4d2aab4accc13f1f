import { baseLabels } from "@/lib/coverage/labels";
import { dutyRhythmLabels } from "@/lib/service-points/labels";
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
  summaryDeadlineDay:
    "季度结束后次月的这一天是季度总结的截止日，当月没有这一天的按月末。新建的季度计划按此预填，已发布的不变。",
  reminderDays: "季度总结还没有报送时，在截止日前后的这些日子提醒党支部书记。",
  lectureRhythmMonths: "党支部每隔几个月开展一次党课，规则手册按此提示。中途修改的，自下一期起按新的节奏计算。",
  visitRhythmMonths:
    "党建指导员对联系的企业和党支部每隔几个月至少走访一次：当月内走访即可，月末仍未走访为逾期；填 3、6 等整季度的，以季度末为期。",
  activityRhythmMonths:
    "党建指导员联系的企业和党支部每隔几个月至少参加一次活动：填 3、6 等整季度的，以季度末为期，其他以月末为期，过期为逾期。",
  dutyRhythm: "登记新的服务点时，驻点服务频次按此预填。已有的服务点不变，在服务点页面修改。",
  coverageBase: "组织覆盖页打开时默认的分母。页面上仍可临时改看其他范围。",
  staleDays: "企业的一项信息超过这个天数没有更新，就标为“待更新”。",
  holidays: "在日历上标出；驻点排班避开这些日子，安排组织生活和截止日时可以参考。",
};

/** A day before or after the deadline, in words. */
export function describeReminderDay(days: number): string {
  return days === 0 ? "截止当天" : days > 0 ? `截止前 ${days} 天` : `截止后 ${-days} 天`;
}

/** A setting's value in words. */
export function describeSetting(key: ChangeableKey, value: unknown): string {
  switch (key) {
    case "summaryDeadlineDay":
      return `季度后次月 ${value} 日`;
    case "reminderDays":
      return (value as number[]).map(describeReminderDay).join("、") || "不提醒";
    case "holidays":
      return describeHolidays(value as string[]);
    case "lectureRhythmMonths":
    case "visitRhythmMonths":
    case "activityRhythmMonths":
      return value === 1 ? "每月 1 次" : `每 ${value} 个月 1 次`;
    case "dutyRhythm":
      return dutyRhythmLabels[value as keyof typeof dutyRhythmLabels];
    case "coverageBase":
      return baseLabels[value as keyof typeof baseLabels];
    case "staleDays":
      return `${value} 天`;
  }
}

function describeHolidays(days: string[]): string {
  const shown = days.slice(0, 3).join("、");
  return days.length === 0 ? "未设置" : days.length > 3 ? `${shown} 等 ${days.length} 天` : shown;
}

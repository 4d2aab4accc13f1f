import type { ActivityKind, ActivityMeasure, ActivityStatus } from "@/generated/prisma/enums";
import { readMeasured } from "@/lib/activities/rules";
import type { ActivityAction } from "@/lib/activities/workflow";
import type { Day } from "@/lib/calendar";
import type { Due } from "@/lib/instructors/rules/rhythm";

export const activityKindLabels: Record<ActivityKind, string> = {
  THEMED: "主题活动",
  PUBLIC_WELFARE: "公益活动",
  OPEN_DAY: "开放日",
  EXCHANGE: "交流活动",
  FORUM: "论坛",
  CAMPAIGN: "宣传行动",
};

export const activityStatusLabels: Record<ActivityStatus, string> = {
  PLANNED: "筹备中",
  HELD: "已开展",
  CANCELLED: "已取消",
};

export const activityDueLabels: Record<Due, string> = {
  OVERDUE: "已逾期",
  DUE: "本季应参加",
  DONE: "本季已参加",
  LATER: "未到时间",
};

export const activityMeasureLabels: Record<ActivityMeasure, string> = {
  ARTICLES: "稿件",
  READS: "阅读播放量",
  DONATED_MONEY: "捐款",
  DONATED_GOODS: "捐物",
  HOURS: "服务时长",
  PARTICIPANTS: "参加人次",
};

/** What the refusal of an action says cannot be done. */
export const activityActionLabels: Record<ActivityAction, string> = {
  EDIT: "修改",
  INVITE: "邀请",
  ANSWER: "报名",
  DOOR: "生成签到码",
  CHECK_IN: "签到",
  TICK: "登记到场",
  ADD_RESULT: "登记成果",
  HOLD: "登记为已开展",
  CANCEL: "取消",
};

/** `捐物（件）`, for choosing what a figure counts. */
export function writeMeasured(measured: string): string {
  const { measure, unit } = readMeasured(measured);
  return `${activityMeasureLabels[measure]}（${unit}）`;
}

/** `12,000 次`. */
export function writeAmount(amount: number, unit: string): string {
  return `${amount.toLocaleString("zh-CN", { maximumFractionDigits: 2 })} ${unit}`;
}

/** `2026-11-03`, or `2026-11-03 至 2026-11-05`. */
export function writeDays({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): string {
  return startsOn === endsOn ? startsOn : `${startsOn} 至 ${endsOn}`;
}

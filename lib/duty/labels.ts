import type { DutyAction, DutyService, DutyShiftStatus } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import { type ShiftStanding, weekdayOf } from "@/lib/duty/rules";

export const dutyShiftStatusLabels: Record<DutyShiftStatus, string> = {
  PLANNED: "待驻点",
  DONE: "已驻点",
  CANCELLED: "已取消",
};

export const dutyServiceLabels: Record<DutyService, string> = {
  POLICY: "政策咨询",
  DEVELOPMENT: "发展党员",
  MEMBERSHIP: "组织关系",
  REQUEST: "诉求受理",
  ACTIVITY: "活动服务",
  OTHER: "其他",
};

export const dutyActionLabels: Record<DutyAction, string> = {
  PLAN: "排班",
  SWAP: "换班",
  MOVE: "改期",
  CANCEL: "取消",
  FULFIL: "完成",
};

/** A shift as it stands on a day: one that is over and has no log says so. */
export const shiftStandingLabels: Record<ShiftStanding, string> = {
  DONE: "已驻点",
  TODAY: "今天驻点",
  PLANNED: "待驻点",
  MISSED: "未填记录",
  CANCELLED: "已取消",
};

/** By number: 1 Monday … 7 Sunday. */
export const weekdayLabels: Record<number, string> = {
  1: "周一",
  2: "周二",
  3: "周三",
  4: "周四",
  5: "周五",
  6: "周六",
  7: "周日",
};

/** `2026-11-25 周三`: people know a day of duty by its weekday. */
export function writeDutyDay(day: Day): string {
  return `${day} ${weekdayLabels[weekdayOf(day)]}`;
}

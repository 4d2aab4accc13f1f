import type { DutyAction, DutyService, DutyShiftStatus } from "@/generated/prisma/enums";

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

import type { BranchKind, OfficerPost } from "@/generated/prisma/enums";
import type { TermState } from "@/lib/rulebook/rules/term";

export const branchKindLabels: Record<BranchKind, string> = {
  SINGLE: "单独支部",
  JOINT: "联合支部",
  BUILDING_JOINT: "楼宇联建支部",
};

export const officerPostLabels: Record<OfficerPost, string> = {
  SECRETARY: "书记",
  DEPUTY_SECRETARY: "副书记",
  ORGANIZATION: "组织委员",
  PUBLICITY: "宣传委员",
  DISCIPLINE: "纪检委员",
};

export const termStateLabels: Record<TermState, string> = {
  NONE: "未登记任期",
  RUNNING: "任期内",
  DUE_SOON: "6 个月内届满",
  OVERDUE: "已到期未换届",
};

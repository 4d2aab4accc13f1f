import type { AttendanceState, OrgLifeKind } from "@/generated/prisma/enums";

export const orgLifeKindLabels: Record<OrgLifeKind, string> = {
  GENERAL_MEETING: "支部党员大会",
  COMMITTEE_MEETING: "支部委员会会议",
  GROUP_MEETING: "党小组会",
  PARTY_LECTURE: "党课",
  THEME_DAY: "主题党日",
  ORG_LIFE_MEETING: "组织生活会",
  DEMOCRATIC_APPRAISAL: "民主评议党员",
};

export const attendanceStateLabels: Record<AttendanceState, string> = {
  PRESENT: "出席",
  LEAVE: "请假",
  ABSENT: "缺席",
};

/** The words of the box that says that a second record of one day and kind is meant. */
export const separateMeetingLabel = "确实是两次会议";

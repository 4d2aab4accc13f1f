import type { PlanStatus, TaskEvidence, TaskKind } from "@/generated/prisma/enums";
import type { TaskState } from "@/lib/plans/rules";

export const planStatusLabels: Record<PlanStatus, string> = {
  DRAFT: "草稿",
  PUBLISHED: "已发布",
  CLOSED: "已办结",
};

export const taskKindLabels: Record<TaskKind, string> = {
  STUDY: "学习内容",
  ACTIVITY: "活动主题",
  PRIORITY: "重点任务",
};

export const taskEvidenceLabels: Record<TaskEvidence, string> = {
  ORG_LIFE: "组织生活记录",
  ACTIVITY: "主题活动",
  REPORT: "在总结中说明",
};

export const taskStateLabels: Record<TaskState, string> = {
  DONE: "已完成",
  OPEN: "未完成",
  LATE: "已逾期",
  WAIVED: "不适用",
};

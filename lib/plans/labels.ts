import type { PlanStatus, TaskEvidence, TaskKind } from "@/generated/prisma/enums";
import type { TaskState } from "@/lib/plans/rules";
import type { ReportFigure } from "@/lib/plans/rules/progress";

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

/** Stands beside the state of a task that is open and has been explained. */
export const explainedLabel = "已说明情况";

export const reportFigureLabels: Record<ReportFigure, string> = {
  expected: "应报送",
  received: "已报送",
  onTime: "按时报送",
  late: "逾期报送",
  waiting: "待审核",
  sentBack: "已退回",
  accepted: "已通过",
  missing: "未报送",
};

type Shown = { show?: ReportFigure | undefined; task?: string | undefined; state?: TaskState | undefined };

/** What a list of the progress board holds, in words: `按时报送的支部（12 个）`. */
export function describeProgressList(list: Shown, tasks: { id: string; title: string }[], count: number): string {
  const title = tasks.find(({ id }) => id === list.task)?.title;
  const ofTask = title && list.state ? `“${title}”${taskStateLabels[list.state]}的支部` : null;
  const ofReport = list.show ? `${reportFigureLabels[list.show]}的支部` : null;
  return `${[ofReport, ofTask].filter(Boolean).join("中") || "各支部进度"}（${count} 个）`;
}

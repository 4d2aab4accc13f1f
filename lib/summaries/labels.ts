import type { SummaryAction, SummaryStatus } from "@/generated/prisma/enums";
import type { Timeliness } from "@/lib/summaries/rules/timeliness";
import type { Paragraph, SummarySection } from "@/lib/summaries/schema";

export const summaryStatusLabels: Record<SummaryStatus, string> = {
  DRAFT: "未报送",
  SUBMITTED: "待审核",
  SENT_BACK: "已退回",
  ACCEPTED: "已通过",
};

export const summaryActionLabels: Record<SummaryAction, string> = {
  SUBMIT: "报送",
  WITHDRAW: "撤回报送",
  SEND_BACK: "退回修改",
  ACCEPT: "通过",
  REOPEN: "重新开启",
};

export const timelinessLabels: Record<Timeliness, string> = {
  ON_TIME: "按时报送",
  LATE: "逾期报送",
  WAITING: "尚未报送",
  OVERDUE: "逾期未报",
};

export const paragraphLabels: Record<Paragraph, string> = {
  practice: "做法",
  effect: "成效",
  problems: "问题",
  nextSteps: "下步打算",
};

export const sectionLabels: Record<SummarySection, string> = {
  ...paragraphLabels,
  tasks: "任务完成情况",
  records: "组织生活记录",
  other: "其他",
};

/** What is found most often, section by section; the reviewer ticks instead of typing. */
export const standardReasons: Record<SummarySection, string[]> = {
  practice: ["做法过于笼统，请写明做了什么、谁参加", "与本季度计划任务对应不上"],
  effect: ["缺少具体成效或数字", "成效与组织生活记录不一致"],
  problems: ["没有写存在的问题"],
  nextSteps: ["下步打算不具体，请写明事项和时间"],
  tasks: ["必做任务没有完成依据", "完成情况说明不清楚"],
  records: ["组织生活记录不全，请补记后再报", "出席情况有误，请核对"],
  other: [],
};

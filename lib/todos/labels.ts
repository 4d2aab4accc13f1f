import type { TodoKind, Urgency } from "@/lib/todos/rules/todo";

/** What a kind of to-do is about. */
export const todoKindLabels: Record<TodoKind, string> = {
  TAKE_OVER: "接收计划",
  TASK: "计划任务",
  SUMMARY: "季度总结",
  SUMMARY_SENT_BACK: "退回修改",
  TERM: "换届",
  PROBATION: "预备期",
  REVIEW: "审核总结",
  SUMMARY_MISSING: "催报总结",
  PLAN: "季度计划",
  NOT_TAKEN_OVER: "接收情况",
  BULLETIN: "通报",
  IMPORT: "导入",
  COVERAGE: "计划建支",
  SERVICE_POINT: "服务点",
  DUTY: "驻点服务",
  DUTY_PLAN: "驻点排班",
  VISIT: "实地走访",
  REQUEST: "企业诉求",
  ACTIVITY: "主题活动",
  SUGGESTION: "意见建议",
  DELIVERY: "消息发送",
  ACCOUNT: "账号",
};

export const urgencyLabels: Record<Urgency, string> = {
  OVERDUE: "已逾期",
  DATED: "近期到期",
  OPEN: "其他",
};

import type { SummaryAction, SummaryStatus } from "@/generated/prisma/enums";

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

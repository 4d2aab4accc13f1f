import type { DeliveryChannel, NotificationKind } from "@/generated/prisma/enums";

export const notificationKindLabels: Record<NotificationKind, string> = {
  PLAN_PUBLISHED: "季度计划发布",
  PLAN_AMENDED: "季度计划修订",
  SUMMARY_SUBMITTED: "总结报送",
  SUMMARY_SENT_BACK: "总结退回",
  SUMMARY_ACCEPTED: "总结通过",
  SUMMARY_REOPENED: "总结重新开启",
  BULLETIN_PUBLISHED: "通报印发",
  REMINDER: "到期提醒",
};

export const deliveryChannelLabels: Record<DeliveryChannel, string> = {
  EMAIL: "电子邮件",
  WECOM: "企业微信群机器人",
  DINGTALK: "钉钉群机器人",
};

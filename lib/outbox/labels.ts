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
  DUTY_CHANGED: "驻点调整",
  ASSIGNMENT_CHANGED: "联系对象调整",
  REQUEST_RAISED: "企业诉求提出",
  REQUEST_ASSIGNED: "企业诉求交办",
  REQUEST_ANSWERED: "企业诉求答复",
  ACTIVITY_INVITED: "活动邀请",
  SUGGESTION_RECEIVED: "收到意见建议",
  SUGGESTION_ANSWERED: "意见建议答复",
};

export const deliveryChannelLabels: Record<DeliveryChannel, string> = {
  EMAIL: "电子邮件",
  WECOM: "企业微信群机器人",
  DINGTALK: "钉钉群机器人",
};

/** What a message says above its text; a robot of 钉钉 that asks for a keyword finds 党建. */
export function deliverySubject(kind: NotificationKind): string {
  return `【党建平台】${notificationKindLabels[kind]}`;
}

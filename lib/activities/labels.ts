import type { ActivityKind, ActivityMeasure, ActivityStatus } from "@/generated/prisma/enums";

export const activityKindLabels: Record<ActivityKind, string> = {
  THEMED: "主题活动",
  PUBLIC_WELFARE: "公益活动",
  OPEN_DAY: "开放日",
  EXCHANGE: "交流活动",
  FORUM: "论坛",
  CAMPAIGN: "宣传行动",
};

export const activityStatusLabels: Record<ActivityStatus, string> = {
  PLANNED: "筹备中",
  HELD: "已开展",
  CANCELLED: "已取消",
};

export const activityMeasureLabels: Record<ActivityMeasure, string> = {
  ARTICLES: "稿件",
  READS: "阅读播放量",
  DONATED_MONEY: "捐款",
  DONATED_GOODS: "捐物",
  HOURS: "服务时长",
  PARTICIPANTS: "参加人次",
};

import type { EnterpriseCategory } from "@/generated/prisma/enums";

export const categoryLabels: Record<EnterpriseCategory, string> = {
  NEWS: "新闻资讯",
  AUDIOVISUAL: "视听传媒",
  CONTENT: "内容创作",
  OPERATION: "网络运营",
  TECHNOLOGY: "网络技术",
  OTHER: "其他",
};

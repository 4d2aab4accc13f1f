import type { LinkPurpose, VisitKind } from "@/generated/prisma/enums";

export const visitKindLabels: Record<VisitKind, string> = {
  VISIT: "走访",
  ON_DUTY: "驻点",
  RESEARCH: "调研",
  OTHER: "其他",
};

export const linkPurposeLabels: Record<LinkPurpose, string> = {
  VISIT_CONFIRMATION: "走访确认",
  REQUEST_SATISFACTION: "诉求满意度",
};

import type { LinkPurpose } from "@/generated/prisma/enums";

/** What a one-time link is for, as the person who sends it reads it. */
export const linkPurposeLabels: Record<LinkPurpose, string> = {
  VISIT_CONFIRMATION: "走访确认",
  REQUEST_SATISFACTION: "企业评价",
};

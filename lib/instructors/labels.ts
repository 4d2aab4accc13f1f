import type { InstructorKind } from "@/generated/prisma/enums";

export const instructorKindLabels: Record<InstructorKind, string> = { FULL_TIME: "专职", PART_TIME: "兼职" };

/** What an instructor can be assigned to. */
export const targetLabels = { enterprise: "企业", branch: "党支部", servicePoint: "服务点" } as const;

export type TargetKind = keyof typeof targetLabels;

/** Why somebody asks for a full number. */
export const revealPurposeLabels = {
  CONTACT: "工作联系",
  VERIFY: "核对信息",
  OTHER: "其他（请说明）",
} as const;

export type RevealPurpose = keyof typeof revealPurposeLabels;

/** Titles of the profession; any other may be typed. */
export const commonTitles = ["助理政工师", "政工师", "高级政工师", "社会工作师", "助理社会工作师"];

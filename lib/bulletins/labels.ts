import type { BulletinStatus } from "@/generated/prisma/enums";

export const bulletinStatusLabels: Record<BulletinStatus, string> = { DRAFT: "草稿", PUBLISHED: "已印发" };

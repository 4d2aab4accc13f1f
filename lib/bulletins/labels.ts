import type { BulletinStatus } from "@/generated/prisma/enums";
import type { Figure, FigureGroup } from "@/lib/bulletins/schema/snapshot";
import { writeRate } from "@/lib/coverage/rules/standing";

export const bulletinStatusLabels: Record<BulletinStatus, string> = { DRAFT: "草稿", PUBLISHED: "已印发" };

export const figureGroupLabels: Record<FigureGroup, string> = {
  reports: "总结报送情况",
  tasks: "计划任务完成情况",
  orgLife: "组织生活开展情况",
  coverage: "组织覆盖和工作覆盖情况",
};

/** `36 / 40 个，90.0%`, or `40 个` for a plain number. */
export function describeFigure({ count, base, unit }: Figure): string {
  return base === null ? `${count} ${unit}` : `${count} / ${base} ${unit}，${writeRate(count, base)}`;
}

/** What the list behind a figure holds. */
export function figureNoun({ group }: Figure): string {
  return group === "coverage" ? "企业" : "党支部";
}

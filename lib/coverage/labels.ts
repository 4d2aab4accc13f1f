import type { CoverageBase, CoverageState } from "@/lib/coverage/schema";

/** The denominators of domain section 3, as they stand beside every rate. */
export const baseLabels: Record<CoverageBase, string> = {
  SETTLED: "在营且入驻企业",
  ACTIVE: "全部在营企业",
  ABOVE_SCALE: "规模以上企业",
  WITH_MEMBERS: "有党员企业",
  ASSOCIATION: "协会会员企业",
};

export const stateLabels: Record<CoverageState, string> = {
  ORGANIZED: "组织覆盖",
  SINGLE: "单独支部覆盖",
  JOINT: "联合支部覆盖",
  UNORGANIZED: "未组织覆盖",
  WORKED: "工作覆盖",
  UNWORKED: "未工作覆盖",
  DUE: "应建未建",
};

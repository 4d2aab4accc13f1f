import type { CoverageBand } from "@/lib/parks/rules/map";

/** The steps of a park's organization rate on the map, in words. */
export const coverageBandLabels: Record<CoverageBand, string> = {
  high: "组织覆盖率 80% 及以上",
  middle: "组织覆盖率 50% 至 80%",
  low: "组织覆盖率不足 50%",
  empty: "没有统计范围内的企业",
  unknown: "园区",
};

import { branchSize } from "@/lib/rulebook/rules/size";

/** How an enterprise stands on a day: the facts every sentence, figure and proposal is drawn from. */
export type Standing = {
  isSettled: boolean;
  memberCount: number;
  fullMemberCount: number;
  hasSingleBranch: boolean;
  hasJointBranch: boolean;
  hasInstructor: boolean;
};

/** Covered by a live branch, single or joint. */
export function isOrganized(standing: Standing): boolean {
  return standing.hasSingleBranch || standing.hasJointBranch;
}

/** Organization coverage, or a live instructor assignment: a setting of the committee, there is no official formula. */
export function isWorked(standing: Standing): boolean {
  return isOrganized(standing) || standing.hasInstructor;
}

/** 应建未建: three or more full members working there, and no live single branch. */
export function isBranchDue(standing: Standing): boolean {
  return standing.fullMemberCount >= branchSize && !standing.hasSingleBranch;
}

/** One sentence: why the enterprise counts as covered, or why not and what next. */
export function explainCoverage(standing: Standing): string {
  const { fullMemberCount, memberCount } = standing;
  if (standing.hasSingleBranch) return `由单独支部覆盖，有正式党员 ${fullMemberCount} 名。`;
  if (standing.hasJointBranch && isBranchDue(standing))
    return `由联合支部覆盖，有正式党员 ${fullMemberCount} 名，已具备单建条件。`;
  if (standing.hasJointBranch) return `由联合支部覆盖，有正式党员 ${fullMemberCount} 名。`;
  const reach = standing.hasInstructor ? "有党建指导员联系，计入工作覆盖" : "尚无党建指导员联系";
  if (isBranchDue(standing)) return `未建支部，有正式党员 ${fullMemberCount} 名，应建未建；${reach}。`;
  if (fullMemberCount > 0) return `未建支部，有正式党员 ${fullMemberCount} 名，可与邻近企业联合组建；${reach}。`;
  if (memberCount > 0) return `未建支部，只有预备党员 ${memberCount} 名；${reach}。`;
  return `未建支部，名册中没有党员；${reach}。`;
}

/** A share as the page prints it, one decimal; null when there is nothing to divide by. */
export function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** `83.3%`, or a dash for an empty base. */
export function writeRate(part: number, whole: number): string {
  const rate = rateOf(part, whole);
  return rate === null ? "—" : `${rate.toFixed(1)}%`;
}

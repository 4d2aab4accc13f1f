import { type Day, holdsOn } from "@/lib/calendar";
import {
  type BranchFile,
  branchRegulation,
  branchRegulationFrom,
  type Judgement,
  type Membership,
  type Rule,
} from "@/lib/rulebook/rules/finding";

/** Three full members make a branch (支部工作条例（试行）第二章). */
export const branchSize = 3;

/** A branch generally has at most fifty members, full and probationary (same). */
export const branchLimit = 50;

/** Members in the branch on a day, full and probationary. */
export function memberCountOn(memberships: Membership[], day: Day): number {
  return memberships.filter((membership) => holdsOn(day, membership)).length;
}

/** Full members in the branch on a day. */
export function fullCountOn(memberships: Membership[], day: Day): number {
  return memberships.filter(
    (membership) => holdsOn(day, membership) && membership.fullFrom !== null && membership.fullFrom <= day,
  ).length;
}

/** 支部工作条例（试行）第二章: at least 3 full members, generally at most 50 members (full and probationary). */
export function judgeSize(fullCount: number, memberCount: number): Judgement {
  if (fullCount < branchSize) {
    const text = `现有正式党员 ${fullCount} 名，不足 ${branchSize} 名。可与邻近单位联合，或吸收新成员后再单独设置。`;
    return { outcome: "BREACHED", text };
  }
  if (memberCount > branchLimit) {
    const text = `现有党员 ${memberCount} 名，超过 ${branchLimit} 名。可考虑分设支部。`;
    return { outcome: "DUE", text };
  }
  return { outcome: "FULFILLED", text: `现有党员 ${memberCount} 名，其中正式党员 ${fullCount} 名。` };
}

/** About 50 members: a general branch to be considered; about 100: a committee. Advice only (common practice). */
export function judgeOrganization(memberCount: number): Judgement {
  if (memberCount >= 100) {
    return { outcome: "DUE", text: `现有党员 ${memberCount} 名，已达 100 名。可研究设立党的基层委员会。` };
  }
  if (memberCount >= 50) {
    return { outcome: "DUE", text: `现有党员 ${memberCount} 名，已达 50 名。可研究设立党总支。` };
  }
  return { outcome: "NOT_APPLICABLE", text: `现有党员 ${memberCount} 名，未达 50 名。` };
}

export const branchSizeRule: Rule = {
  id: "branchSize",
  title: "支部人数",
  article: "有正式党员 3 人以上的，应当成立党支部；党支部党员人数一般不超过 50 人。",
  source: `${branchRegulation}第二章`,
  about: "BRANCH",
  concerns: "所有党支部",
  validFrom: branchRegulationFrom,
  validTo: null,
  check: ({ memberships }: BranchFile, day) => [
    judgeSize(fullCountOn(memberships, day), memberCountOn(memberships, day)),
  ],
};

export const organizationSizeRule: Rule = {
  id: "organizationSize",
  title: "组织规模",
  article: "党员达到 50 名左右的，可研究设立党总支；达到 100 名左右的，可研究设立党的基层委员会。仅为建议。",
  source: "通行做法",
  about: "BRANCH",
  concerns: "党员 50 名以上的党支部",
  validFrom: branchRegulationFrom,
  validTo: null,
  check: ({ memberships }: BranchFile, day) => [judgeOrganization(memberCountOn(memberships, day))],
};

import type { BranchKind } from "@/generated/prisma/enums";
import {
  branchRegulation,
  branchRegulationFrom,
  type Judgement,
  type Rule,
  type Unit,
} from "@/lib/rulebook/rules/finding";
import { branchSize } from "@/lib/rulebook/rules/size";

/** A joint branch generally has at most five units (支部工作条例（试行）第二章). */
export const jointBranchUnits = 5;

/** 支部工作条例（试行）第二章: each unit of a joint branch has fewer than 3 full members; generally at most 5 units. */
export function judgeUnits(kind: BranchKind, units: Unit[]): Judgement[] {
  if (kind === "SINGLE") return [{ outcome: "NOT_APPLICABLE", text: "单独支部只覆盖一家单位。" }];
  const fit = units
    .filter(({ fullCount }) => fullCount >= branchSize)
    .map(
      ({ name, fullCount }): Judgement => ({
        outcome: "DUE",
        text: `“${name}”有正式党员 ${fullCount} 名，由联合支部覆盖，已具备单建条件。`,
      }),
    );
  const many: Judgement[] =
    units.length > jointBranchUnits
      ? [
          {
            outcome: "DUE",
            text: `现覆盖 ${units.length} 家单位，超过 ${jointBranchUnits} 家。可考虑分设联合支部。`,
          },
        ]
      : [];
  if (fit.length + many.length > 0) return [...fit, ...many];
  const text = `覆盖 ${units.length} 家单位，各单位正式党员均不足 ${branchSize} 名。`;
  return [{ outcome: "FULFILLED", text }];
}

export const jointBranchRule: Rule = {
  id: "jointBranch",
  title: "联合支部",
  article:
    "正式党员不足 3 人的单位，可以按照地域相邻、行业相近、规模适当、便于管理的原则成立联合党支部；覆盖单位一般不超过 5 个。",
  source: `${branchRegulation}第二章`,
  about: "BRANCH",
  concerns: "联合支部、楼宇联建支部",
  validFrom: branchRegulationFrom,
  validTo: null,
  check: ({ kind, units }) => judgeUnits(kind, units),
};

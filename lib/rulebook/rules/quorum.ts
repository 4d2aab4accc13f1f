import { addMonths, formatDayInText } from "@/lib/calendar";
import { branchRegulation, branchRegulationFrom, type Judgement, type Rule } from "@/lib/rulebook/rules/finding";

/** 支部工作条例（试行）: a branch meeting may vote when more than half of those entitled to vote are present. */
export function isQuorate(entitledCount: number, presentCount: number): boolean {
  return presentCount * 2 > entitledCount;
}

/** 支部工作条例（试行）: a resolution is passed by more than half of those entitled to vote, not of those present. */
export function isPassed(entitledCount: number, forCount: number): boolean {
  return forCount * 2 > entitledCount;
}

/** How far back votes are looked at, in months. */
const lookBackMonths = 3;

export const quorumRule: Rule = {
  id: "quorum",
  title: "表决人数",
  article:
    "支部党员大会进行选举和表决，有表决权的到会党员须超过应到会有表决权党员的半数；赞成人数超过应到会有表决权党员的半数，方为通过。",
  source: branchRegulation,
  about: "BRANCH",
  concerns: "进行了表决的支部党员大会",
  validFrom: branchRegulationFrom,
  validTo: null,
  check: ({ votes }, day) => {
    const recent = votes.filter(({ heldOn }) => heldOn <= day && heldOn > addMonths(day, -lookBackMonths));
    if (recent.length === 0) return [{ outcome: "NOT_APPLICABLE", text: "近三个月没有登记表决。" }];
    const short = recent.filter(({ entitledCount, presentCount }) => !isQuorate(entitledCount, presentCount));
    if (short.length === 0) return [{ outcome: "FULFILLED", text: "近三个月的表决到会人数均超过应到半数。" }];
    return short.map(
      ({ heldOn, entitledCount, presentCount }): Judgement => ({
        outcome: "BREACHED",
        text: `${formatDayInText(heldOn)}表决时应到有表决权党员 ${entitledCount} 名，实到 ${presentCount} 名，未超过半数，表决无效。请重新表决，登记有误的请更正。`,
      }),
    );
  },
};

import type { OrgLifeKind } from "@/generated/prisma/enums";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { duties, judgeDuty } from "@/lib/rulebook/rules/duties";
import { branchRegulation, branchRegulationFrom, type Rule, type RuleId } from "@/lib/rulebook/rules/finding";

type Words = { id: RuleId; kind: OrgLifeKind; article: string; concerns: string; source?: string };

/** A rule of organization life: the duty says how often and by whom. */
function orgLifeRule({ id, kind, article, concerns, source = branchRegulation }: Words): Rule & { kind: OrgLifeKind } {
  return {
    id,
    kind,
    title: orgLifeKindLabels[kind],
    article,
    source,
    about: "BRANCH",
    concerns,
    validFrom: branchRegulationFrom,
    validTo: null,
    check: (file, day) => judgeDuty(duties[kind], file, day),
  };
}

export const orgLifeRules = [
  orgLifeRule({
    id: "generalMeeting",
    kind: "GENERAL_MEETING",
    article: "党支部党员大会一般每季度召开 1 次。",
    concerns: "所有党支部",
  }),
  orgLifeRule({
    id: "committeeMeeting",
    kind: "COMMITTEE_MEETING",
    article: "党支部委员会会议一般每月召开 1 次。没有设支部委员会的不适用。",
    concerns: "设有支部委员会的党支部（正式党员 7 名以上）",
  }),
  orgLifeRule({
    id: "groupMeeting",
    kind: "GROUP_MEETING",
    article: "党小组会一般每月召开 1 次。没有设党小组的不适用。",
    concerns: "设有党小组的党支部",
  }),
  orgLifeRule({
    id: "partyLecture",
    kind: "PARTY_LECTURE",
    article: "党支部定期开展党课。支部的次数没有全国统一规定，由党委设置，默认每季度 1 次。",
    concerns: "所有党支部",
    source: `${branchRegulation}；次数由党委设置`,
  }),
  orgLifeRule({
    id: "themeDay",
    kind: "THEME_DAY",
    article: "党支部每月相对固定 1 天开展主题党日。",
    concerns: "所有党支部",
  }),
  orgLifeRule({
    id: "orgLifeMeeting",
    kind: "ORG_LIFE_MEETING",
    article: "党支部每年至少召开 1 次组织生活会。",
    concerns: "所有党支部",
  }),
  orgLifeRule({
    id: "democraticAppraisal",
    kind: "DEMOCRATIC_APPRAISAL",
    article: "党支部一般每年开展 1 次民主评议党员。",
    concerns: "所有党支部",
  }),
] as const;

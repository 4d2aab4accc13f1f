import type { Outcome, Subject } from "@/lib/rulebook/rules/finding";

export const outcomeLabels: Record<Outcome, string> = {
  BREACHED: "不符合",
  DUE: "待办理",
  FULFILLED: "符合",
  NOT_APPLICABLE: "不适用",
};

/** Whom a rule's findings are about. */
export const subjectKindLabels: Record<Subject["kind"], string> = { BRANCH: "党支部", MEMBER: "党员" };

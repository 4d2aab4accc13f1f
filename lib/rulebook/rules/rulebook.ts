import type { Day } from "@/lib/calendar";
import { branchCommitteeRule } from "@/lib/rulebook/rules/branch-committee";
import type { BranchFile, Finding, Outcome, Rule, RuleId } from "@/lib/rulebook/rules/finding";
import { jointBranchRule } from "@/lib/rulebook/rules/joint-branch";
import { floatingMemberRule, probationRule } from "@/lib/rulebook/rules/members";
import { orgLifeRules } from "@/lib/rulebook/rules/org-life";
import { quorumRule } from "@/lib/rulebook/rules/quorum";
import { branchSizeRule, organizationSizeRule } from "@/lib/rulebook/rules/size";
import { electionReminderRule, termRule } from "@/lib/rulebook/rules/term";

/** Every rule the portal keeps, in the order of the book. */
export const rules: readonly Rule[] = [
  branchSizeRule,
  organizationSizeRule,
  jointBranchRule,
  branchCommitteeRule,
  termRule,
  electionReminderRule,
  ...orgLifeRules,
  quorumRule,
  probationRule,
  floatingMemberRule,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule a finding came from. */
export function ruleOf(id: RuleId): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

/** Whether a rule is in force on a day. */
export function isInForce({ validFrom, validTo }: Rule, day: Day): boolean {
  return validFrom <= day && (validTo === null || validTo > day);
}

/** Everything the rules in force say of a branch on a day. Nothing of one not founded yet or dissolved. */
export function findingsOf(file: BranchFile, day: Day): Finding[] {
  if (file.foundedOn > day || (file.dissolvedOn !== null && file.dissolvedOn <= day)) return [];
  const branch = { kind: "BRANCH" as const, id: file.id, name: file.name };
  return rules
    .filter((rule) => isInForce(rule, day))
    .flatMap(({ id, check }) =>
      (check?.(file, day) ?? []).map(({ outcome, text, dueOn = null, subject = branch }) => ({
        rule: id,
        outcome,
        subject,
        branchId: file.id,
        day,
        dueOn,
        text,
      })),
    );
}

/** Something is to be done, and nobody has put it aside. */
export function isOpen({ outcome, silencedUntil }: { outcome: Outcome; silencedUntil: Day | null }): boolean {
  return (outcome === "BREACHED" || outcome === "DUE") && silencedUntil === null;
}

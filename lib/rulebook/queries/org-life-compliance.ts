import "server-only";
import type { OrgLifeKind } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { addDays, type Quarter, quarterDays } from "@/lib/calendar";
import { loadBranchFiles } from "@/lib/rulebook/queries/branch-files";
import { duties, tallyDuty } from "@/lib/rulebook/rules/duties";
import type { RuleId } from "@/lib/rulebook/rules/finding";
import { orgLifeRules } from "@/lib/rulebook/rules/org-life";

export type Compliance = {
  branchId: string;
  branchName: string;
  rule: RuleId;
  kind: OrgLifeKind;
  /** Meetings owed in the periods that end in the quarter; 0: the rule did not apply to the branch. */
  required: number;
  /** Of these, how many were held. */
  fulfilled: number;
  /** Of these, how many were not held although their period is over on the actor's day. */
  missed: number;
};

/**
 * A quarter of organization life: for each branch in the actor's scope, or each given one inside it, and each rule, how
 * many meetings were owed and how many held. A yearly duty counts in the fourth quarter, where its period ends.
 */
export async function orgLifeCompliance(
  actor: Actor,
  { branchIds, quarter }: { branchIds?: string[]; quarter: Quarter },
): Promise<Compliance[]> {
  const { from, to } = quarterDays(quarter);
  const files = await loadBranchFiles(actor, { branchIds, from, day: to });
  return files.flatMap((file) =>
    orgLifeRules.map(({ id, kind }) => {
      const duty = duties[kind];
      const over = tallyDuty(duty, file, from, actor.day > to ? to : addDays(actor.day, -1));
      return {
        branchId: file.id,
        branchName: file.name,
        rule: id,
        kind,
        ...tallyDuty(duty, file, from, to),
        missed: over.required - over.fulfilled,
      };
    }),
  );
}

import { z } from "zod";
import { choice, recordId, requiredDay, requiredText } from "@/lib/forms/fields";
import { filterId, filterOf, listParams, sortOf } from "@/lib/forms/list-params";
import { outcomes, ruleIds } from "@/lib/rulebook/rules/finding";

export const silencedFinding = z.object({
  branchId: recordId("党支部"),
  rule: choice("规则", ruleIds),
  subjectId: recordId("对象"),
  until: requiredDay("暂缓到"),
  reason: requiredText("暂缓原因"),
});

export const endedSilence = z.object({ id: recordId("暂缓记录") });

/** The list of findings; without an outcome, what is open: not kept, or due. */
export const findingList = listParams.extend({
  rule: filterOf(ruleIds),
  outcome: filterOf(outcomes),
  committee: filterId,
  silenced: z.literal("1").optional().catch(undefined),
  sort: sortOf(["outcome", "branch", "dueOn"]),
});

export type SilencedFinding = z.output<typeof silencedFinding>;
export type EndedSilence = z.output<typeof endedSilence>;
export type FindingList = z.output<typeof findingList>;

import { z } from "zod";
import type { OrgLifeKind } from "@/generated/prisma/enums";
import { isDay, readQuarter } from "@/lib/calendar";
import {
  checkbox,
  choice,
  optionalCount,
  optionalRecordId,
  optionalText,
  recordId,
  requiredDay,
  requiredText,
  version,
} from "@/lib/forms/fields";
import { filterId, filterOf, listParams } from "@/lib/forms/list-params";

export const orgLifeKinds = [
  "GENERAL_MEETING",
  "COMMITTEE_MEETING",
  "GROUP_MEETING",
  "PARTY_LECTURE",
  "THEME_DAY",
  "ORG_LIFE_MEETING",
  "DEMOCRATIC_APPRAISAL",
] as const;

/** How many resolutions one form takes. */
export const resolutionSlots = 5;

const markStates = ["PRESENT", "LEAVE", "ABSENT", "NOT_CALLED"] as const;
const marks = z
  .array(
    z.object({
      memberId: recordId("党员"),
      state: choice("出席情况", markStates),
      reason: optionalText("请假原因", 100),
    }),
  )
  .max(1_000);

const resolutions = z
  .array(
    z.object({
      text: requiredText("决议内容", 500),
      entitledCount: optionalCount("应到有表决权人数", 10_000),
      presentCount: optionalCount("实到有表决权人数", 10_000),
      forCount: optionalCount("赞成票数", 10_000),
    }),
  )
  .max(resolutionSlots);

const taskIds = z.array(recordId("计划任务")).max(200).default([]);

const facts = {
  kinds: z
    .array(choice("类型", orgLifeKinds), { error: "请至少选择一种类型。" })
    .min(1, "请至少选择一种类型。")
    .max(20)
    .transform((kinds): OrgLifeKind[] => orgLifeKinds.filter((kind) => kinds.includes(kind))),
  groupId: optionalRecordId("党小组"),
  heldOn: requiredDay("日期"),
  topic: requiredText("主题", 200),
  place: optionalText("地点", 100),
  host: optionalText("主持人", 40),
  recorder: optionalText("记录人", 40),
  content: optionalText("内容", 5_000).transform((text) => text ?? ""),
  marks,
  resolutions,
  taskIds,
  shownTaskIds: taskIds,
  isSeparate: checkbox,
};

/**
 * A form is flat: `state-<member>` and `reason-<member>` become one mark, `resolution3`, `entitled3`, `present3` and
 * `for3` one resolution. A resolution left empty in all its fields is none.
 */
function gathered(form: unknown): unknown {
  if (form === null || typeof form !== "object") return form;
  const values = form as Record<string, unknown>;
  const members = Object.keys(values).filter((name) => name.startsWith("state-"));
  const slots = Array.from({ length: resolutionSlots }, (_, index) => index + 1);
  return {
    ...values,
    marks: members.map((name) => {
      const memberId = name.slice("state-".length);
      return { memberId, state: values[name], reason: values[`reason-${memberId}`] };
    }),
    resolutions: slots
      .map((slot) => ({
        text: values[`resolution${slot}`],
        entitledCount: values[`entitled${slot}`],
        presentCount: values[`present${slot}`],
        forCount: values[`for${slot}`],
      }))
      .filter((resolution) => Object.values(resolution).some(Boolean)),
  };
}

export const newRecord = z.preprocess(gathered, z.object({ ...facts, branchId: recordId("党支部") }));
export const editedRecord = z.preprocess(gathered, z.object({ ...facts, id: recordId("记录"), version }));
export const withdrawnRecord = z.object({ id: recordId("记录"), version, reason: requiredText("撤销原因", 200) });
export const removedAttachment = z.object({ id: recordId("附件") });

const typed = z.string().max(5_000).optional().catch(undefined);
const day = z.string().max(10).refine(isDay).optional().catch(undefined);

/**
 * What a form of a record is opened with: a branch, a task or a kind from a link; or, when only the list of members was
 * asked for anew, what had been typed until then.
 */
export const recordOpening = z.object({
  branch: filterId,
  branchId: filterId,
  task: filterId,
  kind: filterOf(orgLifeKinds),
  "kinds[]": z
    .union([choice("类型", orgLifeKinds).transform((kind) => [kind]), z.array(choice("类型", orgLifeKinds)).max(20)])
    .optional()
    .catch(undefined),
  heldOn: day,
  groupId: filterId,
  topic: typed,
  place: typed,
  host: typed,
  recorder: typed,
  content: typed,
});

/** Why the last file was not taken, on the way back to the record's page. */
export const recordNotice = z.object({ refusal: z.string().max(200).optional().catch(undefined) });

export const orgLifeList = listParams.extend({
  sort: z.enum(["-heldOn", "heldOn", "topic", "-topic"]).catch("-heldOn").default("-heldOn"),
  quarter: z
    .string()
    .max(6)
    .transform((text) => readQuarter(text) ?? undefined)
    .optional()
    .catch(undefined),
  branch: filterId,
  committee: filterId,
  kind: filterOf(orgLifeKinds),
  withdrawn: z.literal("1").optional().catch(undefined),
});

export type NewRecord = z.output<typeof newRecord>;
export type EditedRecord = z.output<typeof editedRecord>;
export type RecordFacts = Omit<NewRecord, "branchId">;
export type WithdrawnRecord = z.output<typeof withdrawnRecord>;
export type RemovedAttachment = z.output<typeof removedAttachment>;
export type RecordOpening = z.output<typeof recordOpening>;
export type OrgLifeList = z.output<typeof orgLifeList>;

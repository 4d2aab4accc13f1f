import { z } from "zod";
import { Gender, MemberStage } from "@/generated/prisma/enums";
import {
  checkbox,
  choice,
  optionalDay,
  optionalPhone,
  optionalRecordId,
  optionalText,
  recordId,
  requiredDay,
  requiredText,
  version,
} from "@/lib/forms/fields";
import { filterId, filterOf, listParams, sortOf } from "@/lib/forms/list-params";
import { checkIdNumber } from "@/lib/identifiers/id-number";
import { displayName } from "@/lib/identifiers/name";
import {
  type LeaveKind,
  leaveKindLabels,
  type PersonalNumber,
  personalNumberLabels,
  type RevealPurpose,
  revealPurposeLabels,
} from "@/lib/members/labels";
import { hasJoined } from "@/lib/members/workflow";

const stages = Object.values(MemberStage) as [MemberStage, ...MemberStage[]];
const genders = Object.values(Gender) as [Gender, ...Gender[]];
const leaveKinds = Object.keys(leaveKindLabels) as [LeaveKind, ...LeaveKind[]];

const personalNumbers = Object.keys(personalNumberLabels) as [PersonalNumber, ...PersonalNumber[]];
const revealPurposes = Object.keys(revealPurposeLabels) as [RevealPurpose, ...RevealPurpose[]];

const personName = requiredText("姓名", 50).transform(displayName).pipe(z.string().min(1, "请填写姓名。"));

/** An ID number read and checked: the number, the day of birth and the gender in it. Null when left empty. */
const optionalIdNumber = z
  .string()
  .max(100, "身份证号太长。")
  .default("")
  .transform((text, context) => {
    const reading = checkIdNumber(text);
    if (reading.kind === "MISSING") return null;
    if (reading.kind === "VALID") return reading;
    context.addIssue({ code: "custom", message: `${reading.reason}。` });
    return z.NEVER;
  });

const requiredIdNumber = optionalIdNumber.transform((reading, context) => {
  if (reading) return reading;
  context.addIssue({ code: "custom", message: "请填写身份证号。" });
  return z.NEVER;
});

const facts = {
  name: personName,
  phone: optionalPhone,
  gender: z
    .enum(["", ...genders], { error: "请选择性别。" })
    .default("")
    .transform((value) => (value === "" ? null : value)),
  ethnicity: optionalText("民族", 20),
  education: optionalText("学历", 20),
  stage: choice("人员类别", stages),
  joinedOn: optionalDay("入党日期"),
  becameFullOn: optionalDay("转正日期"),
  isMobile: checkbox,
};

type StageFacts = { stage: MemberStage; joinedOn: string | null; becameFullOn: string | null };

/** What stage and days can say together. */
function stagesAgree(value: StageFacts, context: z.RefinementCtx): void {
  const fault = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (value.joinedOn && !hasJoined(value.stage)) fault("joinedOn", "预备党员和正式党员才有入党日期，请核对人员类别。");
  if (value.becameFullOn && value.stage !== "FULL") fault("becameFullOn", "正式党员才有转正日期，请核对人员类别。");
  if (value.joinedOn && value.becameFullOn && value.becameFullOn < value.joinedOn) {
    fault("becameFullOn", "转正日期不能早于入党日期。");
  }
}

const employer = optionalText("工作单位", 100);
const post = optionalText("职务", 50);

/** A new member with the branch and the employer of the first day; both may be left for later. */
export const newMember = z
  .object({
    ...facts,
    idNumber: requiredIdNumber,
    committeeId: recordId("党委"),
    branchId: optionalRecordId("党支部"),
    branchFrom: optionalDay("编入支部日期"),
    employer,
    employedFrom: optionalDay("入职日期"),
    post,
    isManagement: checkbox,
  })
  .superRefine(stagesAgree)
  .superRefine((value, context) => {
    const needs = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (value.branchId && !value.branchFrom) needs("branchFrom", "请填写从哪一天起属于该支部。");
    if (value.employer && !value.employedFrom) needs("employedFrom", "请填写从哪一天起在该单位工作。");
  });

/** A correction of a member's facts. An empty ID number or phone keeps the recorded one. */
export const editedMember = z
  .object({ ...facts, id: recordId("党员"), version, idNumber: optionalIdNumber, isPhoneRemoved: checkbox })
  .superRefine(stagesAgree);

const change = { id: recordId("党员"), version };

export const transferredMember = z.object({
  ...change,
  branchId: recordId("转入支部"),
  on: requiredDay("转接日期"),
  reason: optionalText("说明"),
});
export const changedEmployment = z.object({
  ...change,
  employer,
  post,
  isManagement: checkbox,
  on: requiredDay("变更日期"),
});
export const advancedMember = z.object({ ...change, stage: choice("人员类别", stages), on: requiredDay("日期") });
export const recordedDuty = z.object({
  ...change,
  duty: requiredText("职责", 50),
  validFrom: requiredDay("开始日期"),
});
export const endedDuty = z.object({ ...change, entryId: recordId("职责"), on: requiredDay("结束日期") });
export const departedMember = z.object({
  ...change,
  on: requiredDay("离开日期"),
  kind: choice("离开原因", leaveKinds),
  detail: optionalText("说明"),
});
export const returnedMember = z.object({
  ...change,
  branchId: optionalRecordId("党支部"),
  on: requiredDay("恢复日期"),
  reason: requiredText("恢复原因"),
});

const correction = { ...change, entryId: recordId("记录"), reason: requiredText("更正原因") };
const days = { validFrom: requiredDay("起始日期"), validTo: optionalDay("结束日期") };

export const correctedMembership = z.object({ ...correction, ...days, branchId: recordId("党支部") });
export const correctedEmployment = z.object({
  ...correction,
  ...days,
  employer: requiredText("工作单位", 100),
  post,
  isManagement: checkbox,
});
export const correctedDuty = z.object({ ...correction, ...days, duty: requiredText("职责", 50) });
export const removedEntry = z.object({ ...correction, kind: choice("记录", ["MEMBERSHIP", "EMPLOYMENT", "DUTY"]) });

export const revealedNumber = z
  .object({
    id: recordId("党员"),
    what: choice("号码", personalNumbers),
    purpose: choice("用途", revealPurposes),
    detail: optionalText("说明", 100),
  })
  .refine(({ purpose, detail }) => purpose !== "OTHER" || detail !== null, {
    path: ["detail"],
    error: "用途选“其他”时，请写明做什么用。",
  });

export const memberList = listParams.extend({
  sort: sortOf(["name", "joinedOn"]),
  branch: filterId,
  enterprise: filterId,
  branchName: z.string().max(50).catch("").default(""),
  employer: z.string().max(50).catch("").default(""),
  stage: filterOf(stages),
  unassigned: filterOf(["branch", "employer"]),
  mobile: filterOf(["1"]),
  left: filterOf(["1"]),
});

export type NewMember = z.output<typeof newMember>;
export type EditedMember = z.output<typeof editedMember>;
export type TransferredMember = z.output<typeof transferredMember>;
export type ChangedEmployment = z.output<typeof changedEmployment>;
export type AdvancedMember = z.output<typeof advancedMember>;
export type RecordedDuty = z.output<typeof recordedDuty>;
export type EndedDuty = z.output<typeof endedDuty>;
export type DepartedMember = z.output<typeof departedMember>;
export type ReturnedMember = z.output<typeof returnedMember>;
export type CorrectedMembership = z.output<typeof correctedMembership>;
export type CorrectedEmployment = z.output<typeof correctedEmployment>;
export type CorrectedDuty = z.output<typeof correctedDuty>;
export type RemovedEntry = z.output<typeof removedEntry>;
export type RevealedNumber = z.output<typeof revealedNumber>;
export type MemberList = z.output<typeof memberList>;

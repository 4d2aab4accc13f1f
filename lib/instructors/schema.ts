import { z } from "zod";
import { InstructorKind } from "@/generated/prisma/enums";
import {
  checkbox,
  choice,
  optionalDay,
  optionalPhone,
  optionalText,
  recordId,
  requiredDay,
  requiredText,
  version,
} from "@/lib/forms/fields";
import { filterId, filterOf, listParams, sortOf } from "@/lib/forms/list-params";
import { displayName } from "@/lib/identifiers/name";
import { type RevealPurpose, revealPurposeLabels } from "@/lib/instructors/labels";

const kinds = Object.values(InstructorKind) as [InstructorKind, ...InstructorKind[]];
const purposes = Object.keys(revealPurposeLabels) as [RevealPurpose, ...RevealPurpose[]];

const facts = {
  name: requiredText("姓名", 50).transform(displayName).pipe(z.string().min(1, "请填写姓名。")),
  kind: choice("类型", kinds),
  professionalTitle: optionalText("专业技术职务", 50),
  titleOn: optionalDay("取得日期"),
  phone: optionalPhone,
  startedOn: requiredDay("上岗日期"),
};

type Title = { professionalTitle: string | null; titleOn: string | null };
const titleHasName = ({ professionalTitle, titleOn }: Title) => titleOn === null || professionalTitle !== null;
const namelessTitle = { path: ["professionalTitle"], error: "填写了取得日期，请同时填写专业技术职务。" };

export const newInstructor = z.object({ ...facts, committeeId: recordId("党委") }).refine(titleHasName, namelessTitle);
/** An empty phone keeps the recorded one. */
export const editedInstructor = z
  .object({ ...facts, id: recordId("党建指导员"), version, isPhoneRemoved: checkbox })
  .refine(titleHasName, namelessTitle);
export const endedInstructor = z.object({
  id: recordId("党建指导员"),
  version,
  endedOn: requiredDay("离岗日期"),
  reason: requiredText("离岗原因"),
});
export const resumedInstructor = z.object({
  id: recordId("党建指导员"),
  version,
  reason: requiredText("恢复原因"),
});

const targets = (label: string) =>
  z
    .array(recordId(label))
    .max(200, `一次最多安排 200 个${label}。`)
    .default([])
    .transform((ids) => [...new Set(ids)]);

/** One instructor and the enterprises, branches and service points to look after from a day on. */
export const newAssignments = z
  .object({
    id: recordId("党建指导员"),
    validFrom: requiredDay("开始日期"),
    enterpriseIds: targets("企业"),
    branchIds: targets("党支部"),
    servicePointIds: targets("服务点"),
  })
  .superRefine(({ enterpriseIds, branchIds, servicePointIds }, context) => {
    if (enterpriseIds.length + branchIds.length + servicePointIds.length > 0) return;
    for (const path of ["enterpriseIds", "branchIds", "servicePointIds"]) {
      context.addIssue({ code: "custom", path: [path], message: "请至少选择一个联系对象。" });
    }
  });

const assignment = { id: recordId("党建指导员"), assignmentId: recordId("联系安排") };

export const endedAssignment = z.object({
  ...assignment,
  endsOn: requiredDay("结束日期"),
  reason: optionalText("说明"),
});
export const correctedAssignment = z.object({
  ...assignment,
  validFrom: requiredDay("开始日期"),
  validTo: optionalDay("结束日期"),
  reason: requiredText("更正原因"),
});
export const removedAssignment = z.object({ ...assignment, reason: requiredText("删除原因") });
export const handedOver = z.object({
  id: recordId("党建指导员"),
  toId: recordId("接手的党建指导员"),
  on: requiredDay("交接日期"),
  reason: optionalText("说明"),
});
export const revealedPhone = z
  .object({ id: recordId("党建指导员"), purpose: choice("用途", purposes), detail: optionalText("说明", 100) })
  .refine(({ purpose, detail }) => purpose !== "OTHER" || detail !== null, {
    path: ["detail"],
    error: "用途选“其他”时，请写明做什么用。",
  });

export const instructorList = listParams.extend({
  sort: sortOf(["name", "started"]),
  kind: filterOf(kinds),
  idle: filterOf(["1"]),
  ended: filterOf(["1"]),
});

/** The page where targets are ticked: which kind, and what narrows the choice. */
export const targetSearch = z.object({
  to: z.enum(["enterprise", "branch", "servicePoint"]).catch("enterprise"),
  q: z.string().max(50).catch("").default(""),
  park: filterId,
  alone: filterOf(["1"]),
});

/** Whose rhythm of visits or activities, and how it stands. */
export const rhythmFilter = z.object({
  instructor: filterId,
  due: filterOf(["OVERDUE", "DUE", "DONE", "LATER"]),
});

export type NewInstructor = z.output<typeof newInstructor>;
export type EditedInstructor = z.output<typeof editedInstructor>;
export type EndedInstructor = z.output<typeof endedInstructor>;
export type ResumedInstructor = z.output<typeof resumedInstructor>;
export type NewAssignments = z.output<typeof newAssignments>;
export type EndedAssignment = z.output<typeof endedAssignment>;
export type CorrectedAssignment = z.output<typeof correctedAssignment>;
export type RemovedAssignment = z.output<typeof removedAssignment>;
export type HandedOver = z.output<typeof handedOver>;
export type RevealedPhone = z.output<typeof revealedPhone>;
export type InstructorList = z.output<typeof instructorList>;
export type TargetSearch = z.output<typeof targetSearch>;
export type RhythmFilter = z.output<typeof rhythmFilter>;

/** What a person adds in own words to a month report that goes out as a file; it is not kept. */
export const monthReportFile = z.object({
  month: z.string().max(7).default(""),
  closing: optionalText("本月小结", 2_000).transform((text) => text ?? ""),
});

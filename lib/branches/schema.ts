import { z } from "zod";
import {
  checkbox,
  choice,
  optionalDay,
  optionalRecordId,
  optionalText,
  recordId,
  requiredDay,
  requiredText,
  version,
} from "@/lib/forms/fields";
import { filterId, filterOf, listParams, sortOf } from "@/lib/forms/list-params";

export const branchKinds = ["SINGLE", "JOINT", "BUILDING_JOINT"] as const;
export const officerPosts = ["SECRETARY", "DEPUTY_SECRETARY", "ORGANIZATION", "PUBLICITY", "DISCIPLINE"] as const;

/** The kinds of dated facts that hang on a branch and can be ended and corrected. */
export const branchParts = ["coverage", "officer", "group", "term"] as const;
export type BranchPart = (typeof branchParts)[number];

const branchId = recordId("党支部");
const reason = requiredText("原因", 200);
const enterpriseIds = z.array(recordId("企业"), { error: "请选择企业。" }).max(50, "一次最多选择 50 家企业。");

const facts = {
  kind: choice("支部类型", branchKinds),
  name: requiredText("支部名称", 80),
  foundedOn: requiredDay("成立日期"),
  approvingPaper: optionalText("批准文号", 80),
  meetingPlace: optionalText("活动场所"),
  buildingId: optionalRecordId("楼宇"),
  isDemonstration: checkbox,
};

/** From which day enterprises are covered, and what happens with another branch's coverage and with free members. */
const attaching = { takesOver: checkbox, joinsMembers: checkbox };

export const newBranch = z
  .object({
    ...facts,
    ...attaching,
    committeeId: recordId("党委"),
    enterpriseIds: enterpriseIds.default([]),
    coveredFrom: optionalDay("覆盖起始日期"),
    termStartsOn: optionalDay("本届任期开始"),
    termEndsOn: optionalDay("本届任期届满"),
  })
  .refine(({ kind, enterpriseIds }) => kind !== "SINGLE" || enterpriseIds.length < 2, {
    path: ["enterpriseIds"],
    error: "单独支部只覆盖一家企业。请只保留一家，或把类型改为联合支部、楼宇联建支部。",
  });

export const editedBranch = z.object({ ...facts, id: branchId, version });

export const newJointBranch = z.object({
  name: facts.name,
  committeeId: recordId("党委"),
  foundedOn: facts.foundedOn,
  approvingPaper: facts.approvingPaper,
  enterpriseIds: enterpriseIds.min(2, "联合支部至少覆盖两家企业。").max(5, "联合支部一般不超过五家企业。"),
  memberIds: z.array(recordId("党员")).max(100).default([]),
});

export const renamedBranch = z.object({
  id: branchId,
  version,
  name: requiredText("新名称", 80),
  renamedOn: requiredDay("更名日期"),
});

export const coveredEnterprises = z.object({
  ...attaching,
  branchId,
  enterpriseIds: enterpriseIds.min(1, "请选择企业。"),
  validFrom: requiredDay("覆盖起始日期"),
});

export const newOfficer = z.object({
  branchId,
  memberId: recordId("党员"),
  post: choice("职务", officerPosts),
  validFrom: requiredDay("任职日期"),
  replaces: checkbox,
});

export const newTerm = z.object({
  branchId,
  startsOn: requiredDay("任期开始"),
  endsOn: optionalDay("任期届满"),
  endsOfficers: checkbox,
});

export const newGroup = z.object({
  branchId,
  name: requiredText("党小组名称", 40),
  validFrom: requiredDay("成立日期"),
});

export const endedFact = z.object({
  branchId,
  part: choice("记录", ["coverage", "officer", "group"]),
  factId: recordId("记录"),
  endsOn: requiredDay("结束日期"),
});

/** What stood there when the form was opened: a correction writes only over what its author has seen. */
const seen = { wasFrom: requiredDay("原开始日期"), wasTo: optionalDay("原结束日期") };

export const correctedFact = z.object({
  ...seen,
  branchId,
  part: choice("记录", branchParts),
  factId: recordId("记录"),
  validFrom: requiredDay("开始日期"),
  validTo: optionalDay("结束日期"),
  isDeleted: checkbox,
  reason,
});

export const correctedName = z.object({
  ...seen,
  branchId,
  factId: recordId("曾用名"),
  name: requiredText("曾用名", 80),
  renamedOn: requiredDay("更名日期"),
  isDeleted: checkbox,
  reason,
});

export const dissolvedBranch = z.object({
  id: branchId,
  version,
  dissolvedOn: requiredDay("撤销日期"),
  reason: requiredText("撤销原因"),
  successorId: optionalRecordId("承接支部"),
  movesEnterprises: checkbox,
});

export const restoredBranch = z.object({ id: branchId, version, reason });

export const branchList = listParams.extend({
  sort: sortOf(["name", "foundedOn"]),
  kind: filterOf(branchKinds),
  committee: filterId,
  park: filterId,
  term: filterOf(["due-soon", "overdue", "none"]),
  dissolved: z.literal("1").optional().catch(undefined),
});

/** Choosing enterprises: what was searched for, what is ticked (repeated or comma-separated), and the step. */
export const enterprisePick = z.object({
  q: z.string().max(50).catch("").default(""),
  committee: filterId,
  step: filterOf(["details"]),
  enterprises: z
    .union([z.string().max(4_000), z.array(z.string().max(4_000)).max(60)])
    .catch("")
    .default("")
    .transform((value) => [...new Set([value].flat().flatMap((text) => text.split(",")))])
    .transform((ids) => ids.filter((id) => z.uuid().safeParse(id).success).slice(0, 50)),
});

export type NewBranch = z.output<typeof newBranch>;
export type EditedBranch = z.output<typeof editedBranch>;
export type RenamedBranch = z.output<typeof renamedBranch>;
export type CoveredEnterprises = z.output<typeof coveredEnterprises>;
export type NewOfficer = z.output<typeof newOfficer>;
export type NewTerm = z.output<typeof newTerm>;
export type NewGroup = z.output<typeof newGroup>;
export type EndedFact = z.output<typeof endedFact>;
export type CorrectedFact = z.output<typeof correctedFact>;
export type CorrectedName = z.output<typeof correctedName>;
export type DissolvedBranch = z.output<typeof dissolvedBranch>;
export type RestoredBranch = z.output<typeof restoredBranch>;
export type BranchList = z.output<typeof branchList>;
export type EnterprisePick = z.output<typeof enterprisePick>;

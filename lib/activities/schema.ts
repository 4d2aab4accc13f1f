import { z } from "zod";
import { measuredUnits } from "@/lib/activities/rules";
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

export const activityKinds = ["THEMED", "PUBLIC_WELFARE", "OPEN_DAY", "EXCHANGE", "FORUM", "CAMPAIGN"] as const;
export const activityStatuses = ["PLANNED", "HELD", "CANCELLED"] as const;

const id = recordId("活动");

const facts = {
  kind: choice("活动类型", activityKinds),
  title: requiredText("活动名称", 80),
  detail: optionalText("活动内容", 2_000),
  place: optionalText("地点", 120),
  organizers: optionalText("主办、协办单位", 200),
  startsOn: requiredDay("开始日期"),
  endsOn: optionalDay("结束日期"),
  signUpUntil: optionalDay("报名截止日期"),
  taskId: optionalRecordId("计划任务"),
  campaignId: optionalRecordId("宣传行动"),
};

/** The committee organizes it, or one of its branches: exactly one of the two is named. */
export const plannedActivity = z
  .object({
    ...facts,
    committeeId: optionalRecordId("党委"),
    branchId: optionalRecordId("党支部"),
    invitesAll: checkbox,
  })
  .refine(({ committeeId, branchId }) => (committeeId === null) !== (branchId === null), {
    path: ["committeeId"],
    error: "请先选择由党委还是党支部组织。",
  });

export const editedActivity = z.object({ ...facts, id, version });

export const invitedBranches = z.object({
  id,
  version,
  branchIds: z.array(recordId("党支部")).max(2_000).default([]),
});

export const invitedEnterprises = z.object({
  id,
  enterpriseIds: z
    .array(recordId("企业"), { error: "请选择企业。" })
    .min(1, "请至少选择一家企业。")
    .max(50, "一次最多邀请 50 家企业。"),
});

export const uninvitedEnterprise = z.object({ id, enterpriseId: recordId("企业") });

export const answeredInvitation = z.object({
  id,
  branchId: recordId("党支部"),
  answer: choice("是否参加", ["COMES", "STAYS_AWAY"]),
  enterpriseIds: z.array(recordId("企业")).max(200).default([]),
});

/** The field of how many people came from a branch or an enterprise. */
export const cameField = (unitId: string) => `came.${unitId}`;

const people = z
  .string()
  .max(20)
  .transform((text) => text.normalize("NFKC").trim())
  .pipe(z.string().regex(/^\d{0,5}$/, "到场人数应为整数，没有到场填 0。"))
  .transform((text) => (text === "" ? null : Number(text)));

/** Who came, unit by unit; an empty field is not ticked. */
export const tickedAttendance = z.looseObject({ id, version }).transform(({ id, version, ...fields }, context) => {
  const counts: Record<string, number | null> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith("came.")) continue;
    const read = people.safeParse(value);
    if (read.success) counts[name.slice("came.".length)] = read.data;
    else context.addIssue({ code: "custom", message: read.error.issues[0]?.message ?? "", path: [name] });
  }
  return { id, version, counts };
});

export const chosenActivity = z.object({ id });

const token = z.string().min(1).max(100);

export const checkedIn = z.object({
  token,
  branchId: recordId("党支部"),
  people: z
    .string({ error: "请填写到场人数。" })
    .max(20)
    .transform((text) => text.normalize("NFKC").trim())
    .pipe(z.string().regex(/^[1-9]\d{0,4}$/, "到场人数应为大于 0 的整数。"))
    .transform(Number),
});

export const doorToken = token.catch("");

export const heldActivity = z.object({ id, version, note: optionalText("活动小结", 1_000) });
export const cancelledActivity = z.object({ id, version, reason: requiredText("取消原因", 200) });

/** What a figure counts, with its unit: `READS:次`. */
export const newFigure = z.object({
  activityId: id,
  measured: choice("成果指标", measuredUnits),
  amount: z
    .string({ error: "请填写数量。" })
    .max(40)
    .transform((text) => text.normalize("NFKC").trim().replaceAll(",", ""))
    .pipe(z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, "数量应为数字，最多两位小数。"))
    .pipe(z.string().refine((text) => Number(text) > 0, "数量应大于 0。")),
  periodFrom: requiredDay("统计起始日期"),
  periodTo: requiredDay("统计截止日期"),
  source: requiredText("来源", 300),
  note: optionalText("说明", 200),
});

export const removedFigure = z.object({ id: recordId("成果") });
export const removedActivityFile = z.object({ id: recordId("附件") });

/** What came of an upload, when it was refused. */
export const activityNotice = z.object({ refusal: z.string().max(200).optional().catch(undefined) });

/** The list of a quarter. `q` is the quarter, as everywhere; an activity belongs to the quarter in which it begins. */
export const activityList = listParams.extend({
  q: z
    .string()
    .regex(/^20\d{2}Q[1-4]$/)
    .optional()
    .catch(undefined),
  name: z.string().max(50).catch("").default(""),
  sort: sortOf(["startsOn", "title"]),
  kind: filterOf(activityKinds),
  status: filterOf(activityStatuses),
  committee: filterId,
  campaign: filterId,
});

const ids = z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]);

/** Choosing enterprises to invite: what is ticked stays in the address. */
export const invitePick = z.object({
  q: z.string().max(50).catch("").default(""),
  enterprises: ids.default([]).transform((list) => list.filter((one) => z.uuid().safeParse(one).success).slice(0, 50)),
  step: filterOf(["details"]),
});

export type PlannedActivity = z.output<typeof plannedActivity>;
export type EditedActivity = z.output<typeof editedActivity>;
export type ActivityFacts = Omit<EditedActivity, "id" | "version">;
export type InvitedBranches = z.output<typeof invitedBranches>;
export type InvitedEnterprises = z.output<typeof invitedEnterprises>;
export type UninvitedEnterprise = z.output<typeof uninvitedEnterprise>;
export type AnsweredInvitation = z.output<typeof answeredInvitation>;
export type TickedAttendance = z.output<typeof tickedAttendance>;
export type CheckedIn = z.output<typeof checkedIn>;
export type HeldActivity = z.output<typeof heldActivity>;
export type CancelledActivity = z.output<typeof cancelledActivity>;
export type NewFigure = z.output<typeof newFigure>;
export type RemovedFigure = z.output<typeof removedFigure>;
export type RemovedActivityFile = z.output<typeof removedActivityFile>;
export type ActivityList = z.output<typeof activityList>;
export type InvitePick = z.output<typeof invitePick>;

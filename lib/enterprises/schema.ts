import { z } from "zod";
import { EnterpriseCategory } from "@/generated/prisma/enums";
import {
  checkbox,
  choice,
  optionalAmount,
  optionalCount,
  optionalDay,
  optionalText,
  recordId,
  requiredDay,
  requiredText,
  version,
  yesNoUnknown,
} from "@/lib/forms/fields";
import { filterId, filterOf, listParams, sortOf } from "@/lib/forms/list-params";
import { checkCreditCode } from "@/lib/identifiers/credit-code";
import { displayName } from "@/lib/identifiers/name";
import { readPhone } from "@/lib/identifiers/phone";

export const closeKinds = ["DEREGISTERED", "REVOKED", "ANNULLED", "MOVED_OUT", "CEASED"] as const;

const enterpriseName = requiredText("企业名称", 120)
  .transform(displayName)
  .pipe(z.string().min(2, "企业名称至少 2 个字。"));

/** Empty is null: 信用代码待补. */
const creditCode = z
  .string()
  .max(60, "统一社会信用代码应为 18 位。")
  .default("")
  .transform((text, context) => {
    const reading = checkCreditCode(text);
    if (reading.kind === "VALID" || reading.kind === "CORRECTED") return reading.code;
    if (reading.kind === "MISSING") return null;
    const message =
      reading.kind === "WRONG"
        ? `${reading.reason}。`
        : "15 位的是旧注册号。请填 18 位统一社会信用代码，暂时没有可不填。";
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** Empty is null. */
const contactPhone = z
  .string()
  .max(60, "联系电话太长，请只填一个号码。")
  .default("")
  .transform((text, context) => {
    const reading = readPhone(text);
    if (reading.kind === "VALID") return reading.phone;
    if (reading.kind === "MISSING") return null;
    context.addIssue({ code: "custom", message: "联系电话应为 11 位手机号，或带区号的座机，如 023-67812345。" });
    return z.NEVER;
  });

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const placePattern = new RegExp(`^(${uuid})(?::(${uuid}))?$`);

/** A park, or a building in it: `park` or `park:building`. Empty is null: in no park. */
const place = z
  .string()
  .max(80)
  .default("")
  .transform((text, context) => {
    if (!text) return null;
    const [, parkId, buildingId] = placePattern.exec(text) ?? [];
    if (parkId) return { parkId, buildingId: buildingId ?? null };
    context.addIssue({ code: "custom", message: "请从列表中选择园区楼宇。" });
    return z.NEVER;
  });

const facts = {
  name: enterpriseName,
  creditCode,
  category: z.enum(EnterpriseCategory, { error: "请选择企业类别。" }),
  legalRepresentative: optionalText("法定代表人", 60),
  investorName: optionalText("出资人", 120),
  isInvestorMember: yesNoUnknown,
  registeredOn: optionalDay("成立日期"),
  capitalWan: optionalAmount("注册资本"),
  employeeCount: optionalCount("从业人数", 5_000_000),
  declaredMemberCount: optionalCount("申报党员数", 1_000_000),
  address: optionalText("地址"),
  contactName: optionalText("联系人", 60),
  contactPhone,
  noBranchReason: optionalText("未建支部原因"),
  plannedBranchOn: optionalDay("计划建支部日期"),
};

export const newEnterprise = z
  .object({ ...facts, committeeId: recordId("党委"), place, isSettled: checkbox, locatedOn: optionalDay("起始日期") })
  .refine(({ place, locatedOn }) => place === null || locatedOn !== null, {
    path: ["locatedOn"],
    error: "请填写从哪一天起在该园区。",
  });

const id = recordId("企业");

/** `isVerified`: everything was checked today, so that unchanged facts are fresh again as well. */
export const editedEnterprise = z.object({ ...facts, id, version, isVerified: checkbox, isPhoneRemoved: checkbox });

export const renamedEnterprise = z.object({ id, version, name: enterpriseName, renamedOn: requiredDay("更名日期") });

export const movedEnterprise = z.object({
  id,
  version,
  place,
  isSettled: checkbox,
  movedOn: requiredDay("变更日期"),
  address: optionalText("新地址"),
});

export const correctedLocation = z
  .object({ id, version, place, isSettled: checkbox, locatedOn: optionalDay("起始日期") })
  .refine(({ place, locatedOn }) => place === null || locatedOn !== null, {
    path: ["locatedOn"],
    error: "请填写从哪一天起在该园区。",
  });

export const closedEnterprise = z.object({
  id,
  version,
  closedOn: requiredDay("注销日期"),
  kind: choice("终止方式", closeKinds),
  reason: optionalText("说明"),
});

export const reopenedEnterprise = z.object({
  id,
  version,
  reason: requiredText("恢复原因"),
  /** Ids of the facts that ended with the closing and go on. */
  restore: z
    .array(z.uuid({ error: "请从列表中选择。" }))
    .max(500, "一次最多恢复 500 项。")
    .default([]),
});

export const newScaleYear = z.object({
  id,
  year: z.coerce
    .number({ error: "请填写年度，如 2026。" })
    .int("请填写年度，如 2026。")
    .min(2000, "年度不早于 2000。")
    .max(2100, "年度不晚于 2100。"),
  source: requiredText("名单来源", 80),
});
export const removedScaleYear = z.object({ id, year: z.coerce.number().int().min(2000).max(2100) });
export const joinedAssociation = z.object({ id, joinedOn: requiredDay("加入日期") });
export const leftAssociation = z.object({ id, leftOn: requiredDay("退出日期") });
export const removedAssociation = z.object({ id, membershipId: recordId("协会会员记录") });

export const revealPurposes = ["CONTACT", "VISIT", "VERIFY", "OTHER"] as const;

export const revealedContact = z
  .object({ id, purpose: choice("用途", revealPurposes), detail: optionalText("说明", 100) })
  .refine(({ purpose, detail }) => purpose !== "OTHER" || detail !== null, {
    path: ["detail"],
    error: "用途选“其他”时，请写明做什么用。",
  });

const ticked = z.literal("1").optional().catch(undefined);

export const enterpriseList = listParams.extend({
  sort: sortOf(["name", "employees", "registered"]),
  park: filterId,
  building: filterId,
  category: z.enum(EnterpriseCategory).optional().catch(undefined),
  settled: filterOf(["yes", "no"]),
  coverage: filterOf(["single", "joint", "none", "due"]),
  status: z.enum(["active", "closed", "all"]).catch("active").default("active"),
  withoutCode: ticked,
  stale: ticked,
  overdue: ticked,
});

export type NewEnterprise = z.output<typeof newEnterprise>;
export type EditedEnterprise = z.output<typeof editedEnterprise>;
export type RenamedEnterprise = z.output<typeof renamedEnterprise>;
export type MovedEnterprise = z.output<typeof movedEnterprise>;
export type CorrectedLocation = z.output<typeof correctedLocation>;
export type ClosedEnterprise = z.output<typeof closedEnterprise>;
export type ReopenedEnterprise = z.output<typeof reopenedEnterprise>;
export type NewScaleYear = z.output<typeof newScaleYear>;
export type RemovedScaleYear = z.output<typeof removedScaleYear>;
export type JoinedAssociation = z.output<typeof joinedAssociation>;
export type LeftAssociation = z.output<typeof leftAssociation>;
export type RemovedAssociation = z.output<typeof removedAssociation>;
export type RevealedContact = z.output<typeof revealedContact>;
export type EnterpriseList = z.output<typeof enterpriseList>;
export type Place = z.output<typeof place>;

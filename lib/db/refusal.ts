import { DomainError } from "@/lib/errors";

/** What the person at the desk reads when the database keeps one of its rules. */
const refusals: Record<string, string> = {
  Enterprise_committeeId_creditCode_key:
    "该统一社会信用代码已登记在另一家企业名下。请先搜索该代码，确认是否为同一家企业。",
  Enterprise_name_without_code: "已有一家同名且信用代码待补的企业。请打开那一家补录，不要重复登记。",
  Branch_committeeId_name_key: "已有同名党支部。请核对名称，或在名称中注明区别。",
  Park_committeeId_name_key: "已有同名园区。请直接使用已有园区。",
  Building_parkId_name_key: "该园区已有同名楼宇。请直接使用已有楼宇。",
  ParkFigure_parkId_reportedOn_source_key: "同一来源在这一天的数据已登记。请修改日期或来源。",
  ServicePoint_committeeId_name_key: "已有同名服务点。请核对名称。",
  Member_committeeId_idNumberHash_key: "该身份证号已登记。请用搜索找到这名党员，不要重复登记。",
  User_username_key: "该登录名已被使用。请换一个登录名。",
  Instructor_userId_key: "该账号已对应另一名指导员。",
  Committee_code_key: "该党委代码已被使用。请换一个代码。",
  CommitteeSetting_committeeId_key_validFrom_key: "该设置在这一天已有一次修改。请换一个生效日期。",
  CommitteeName_one_at_a_time: "党委名称的起止日期与已有记录重叠。请核对生效日期。",
  EnterpriseLocation_one_at_a_time: "企业所在园区的起止日期与已有记录重叠。请核对变更日期。",
  AssociationMembership_one_at_a_time: "协会会员的起止日期与已有记录重叠。请核对日期。",
  BranchTerm_one_at_a_time: "任期与已有任期重叠。请核对起止日期。",
  BranchCoverage_one_at_a_time: "该企业在这段时间内已由本支部覆盖。请核对日期。",
  BranchCoverage_single_covers_one: "单独支部同一时间只覆盖一家企业。请改为联合支部，或先结束原有覆盖。",
  BranchOfficer_one_post_once: "该党员在这段时间内已担任此职务。请核对日期。",
  BranchOfficer_one_secretary: "支部在这段时间内已有书记。请先结束现任书记的任职。",
  Membership_one_at_a_time: "该党员在这段时间内已属于一个支部。请核对转接日期。",
  Employment_one_at_a_time: "该党员在这段时间内已有工作单位。请先结束原来的工作单位。",
  MemberDuty_one_at_a_time: "该党员在这段时间内已登记同一职责。请核对日期。",
  Assignment_enterprise_once: "该指导员在这段时间内已联系这家企业。请核对日期。",
  Assignment_branch_once: "该指导员在这段时间内已联系这个支部。请核对日期。",
  Assignment_service_point_once: "该指导员在这段时间内已负责这个服务点。请核对日期。",
  QuarterlyPlan_committeeId_year_quarter_key: "该党委这个季度已有计划。请打开已有的计划，或换一个季度。",
  RoleGrant_separated_duties: "系统管理员、审计员与业务角色不能由同一账号同时担任。请使用另一个账号，或先结束原角色。",
};

const daysConstraint = /^[A-Za-z]+_days$/;

/** The same error, or a DomainError when it is a rule kept by the database. */
export function toRefusal(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error;
  const constraint = namedConstraint(error);
  if (!constraint) return error;
  const message = refusals[constraint];
  if (message) return new DomainError("CONFLICT", message);
  if (daysConstraint.test(constraint)) return new DomainError("CONFLICT", "结束日期必须晚于开始日期。请核对日期。");
  return error;
}

/** Prisma and pg tell the constraint's name in different places, depending on the kind of violation. */
function namedConstraint(error: Error): string | null {
  const text = `${error.message} ${safeJson("meta" in error ? error.meta : null)} ${safeJson("cause" in error ? error.cause : null)} ${"constraint" in error ? error.constraint : ""}`;
  const names = [...Object.keys(refusals)].filter((name) => text.includes(name));
  if (names.length > 0) return names.sort((a, b) => b.length - a.length)[0] ?? null;
  return /"?([A-Za-z]+_days)"?/.exec(text)?.[1] ?? fromUniqueFields(error);
}

/** A unique violation names its fields rather than its index. */
function fromUniqueFields(error: Error): string | null {
  const meta =
    "meta" in error
      ? (error.meta as { modelName?: string; driverAdapterError?: { cause?: { constraint?: { fields?: string[] } } } })
      : null;
  const fields = meta?.driverAdapterError?.cause?.constraint?.fields;
  if (!meta?.modelName || !fields) return null;
  const name = `${meta.modelName}_${fields.map((field) => field.replaceAll('"', "")).join("_")}_key`;
  if (refusals[name]) return name;
  return meta.modelName === "Enterprise" && fields.some((field) => field.includes("nameKey"))
    ? "Enterprise_name_without_code"
    : null;
}

function safeJson(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (_key, inner) =>
        inner instanceof Error ? { message: inner.message, cause: inner.cause } : inner,
      ) ?? ""
    );
  } catch {
    return "";
  }
}

import type { EnterpriseCategory } from "@/generated/prisma/enums";
import type { FactSource, SourcedField } from "@/lib/enterprises/rules/sources";

export const categoryLabels: Record<EnterpriseCategory, string> = {
  NEWS: "新闻资讯",
  AUDIOVISUAL: "视听传媒",
  CONTENT: "内容创作",
  OPERATION: "网络运营",
  TECHNOLOGY: "网络技术",
  OTHER: "其他",
};

export const factSourceLabels: Record<FactSource, string> = {
  REGISTRY: "登记机关",
  PARK: "园区",
  SECRETARY: "支部书记",
  INSTRUCTOR: "指导员",
  VISIT: "走访",
  STAFF: "党委",
};

export const sourcedFieldLabels: Record<SourcedField, string> = {
  name: "企业名称",
  creditCode: "统一社会信用代码",
  category: "企业类别",
  legalRepresentative: "法定代表人",
  investorName: "出资人",
  isInvestorMember: "出资人是否党员",
  registeredOn: "成立日期",
  capitalWan: "注册资本（万元）",
  employeeCount: "从业人数",
  declaredMemberCount: "申报党员数",
  address: "地址",
  contactName: "联系人",
  contactPhone: "联系电话",
  isSettled: "是否入驻",
  parkName: "园区",
  buildingName: "楼宇",
  registration: "登记状态",
  noBranchReason: "未建支部原因",
  plannedBranchOn: "计划建支部日期",
};

/** How an enterprise ends; `ACTIVE` while it does not. The word is the beginning of the close reason. */
export const registrationLabels = {
  ACTIVE: "在营",
  DEREGISTERED: "注销",
  REVOKED: "吊销",
  ANNULLED: "撤销",
  MOVED_OUT: "迁出",
  CEASED: "停业",
} as const;

export type CoverageWord = "SINGLE" | "JOINT" | "NONE";

export const coverageLabels: Record<CoverageWord, string> = { SINGLE: "单独支部", JOINT: "联合支部", NONE: "未覆盖" };

/** Why somebody asks for a contact's full number. */
export const revealPurposeLabels = {
  CONTACT: "工作联系",
  VISIT: "安排走访",
  VERIFY: "核对信息",
  OTHER: "其他（请说明）",
} as const;

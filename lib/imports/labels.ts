import type { ImportKind, ImportOutcome, ImportStatus } from "@/generated/prisma/enums";
import type { EnterpriseField, KnownRegistration } from "@/lib/imports/rules/enterprises/values";
import type { MemberField } from "@/lib/imports/rules/members/values";
import type { ColumnField } from "@/lib/imports/rules/table/headers";

export const importKindLabels: Record<ImportKind, string> = { ENTERPRISES: "企业", MEMBERS: "党员" };

export const importStatusLabels: Record<ImportStatus, string> = {
  JUDGED: "待确认",
  WRITING: "写入中",
  WRITTEN: "已导入",
  FAILED: "导入失败",
  CANCELLED: "已取消",
  TAKEN_BACK: "已撤回",
};

export const outcomeLabels: Record<ImportOutcome, string> = {
  NEW: "新增",
  CHANGED: "变更",
  UNCHANGED: "无变化",
  DUPLICATE: "文件内重复",
  REFUSED: "退回",
};

/** The names of an enterprise's fields, as shown above columns and in changes. */
export const enterpriseFieldLabels: Record<EnterpriseField, string> = {
  name: "企业名称",
  creditCode: "统一社会信用代码",
  legalRepresentative: "法定代表人",
  investorName: "出资人",
  isInvestorMember: "出资人是否党员",
  registeredOn: "成立日期",
  capitalWan: "注册资本（万元）",
  category: "行业类别",
  address: "地址",
  isSettled: "是否入驻",
  employeeCount: "从业人员数",
  declaredMemberCount: "党员数",
  contactName: "联系人",
  contactPhone: "联系电话",
  registration: "登记状态",
  parkName: "园区",
  buildingName: "楼宇",
};

export const memberFieldLabels: Record<MemberField, string> = {
  name: "姓名",
  idNumber: "公民身份号码",
  birthOn: "出生日期",
  gender: "性别",
  ethnicity: "民族",
  education: "学历",
  joinedOn: "入党日期",
  becameFullOn: "转正日期",
  stage: "人员类别",
  employerName: "工作单位",
  employerId: "工作单位",
  post: "职务",
  phone: "手机号码",
  branchName: "所在党支部",
  branchId: "所在党支部",
  isMobile: "是否流动党员",
};

/** What a column can be read as, in the order offered to the person who corrects it. */
export const columnLabels: Record<ImportKind, Partial<Record<ColumnField, string>>> = {
  ENTERPRISES: { ordinal: "序号（不导入）", ...enterpriseFieldLabels },
  MEMBERS: {
    ordinal: "序号（不导入）",
    name: "姓名",
    idNumber: "公民身份号码",
    gender: "性别",
    ethnicity: "民族",
    birthOn: "出生日期",
    education: "学历",
    stage: "人员类别",
    joinedOn: "入党日期",
    becameFullOn: "转正日期",
    employerName: "工作单位",
    employerCode: "单位信用代码",
    post: "职务",
    phone: "手机号码",
    branchName: "所在党支部",
    isMobile: "是否流动党员",
  },
};

/** The word kept as the reason when an import closes an enterprise. */
export const registrationLabels: Record<KnownRegistration, string> = {
  ACTIVE: "在营",
  DEREGISTERED: "注销",
  REVOKED: "吊销",
  ANNULLED: "撤销",
  MOVED_OUT: "迁出",
  CEASED: "停业",
  CLOSED: "已关闭",
};

/** What the figures of a file count. */
export const figureLabels: Record<string, string> = {
  rowsInFile: "数据行",
  createdActive: "在营企业",
  createdInactive: "注销、吊销等企业",
  created: "接收的党员",
  duplicatesInFile: "文件内重复",
  rejected: "退回",
  withoutCreditCode: "信用代码待补",
  correctedCodes: "信用代码已更正（O、I 改为 0、1）",
  settledActive: "在营且入驻",
  membersDeclaredActive: "在营企业申报党员数",
  probationary: "其中预备党员",
  unknownEnterprise: "工作单位未找到",
};

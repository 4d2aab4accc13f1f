import type { Gender, MemberStage } from "@/generated/prisma/enums";

export const genderLabels: Record<Gender, string> = { MALE: "男", FEMALE: "女" };

export const memberStageLabels: Record<MemberStage, string> = {
  APPLICANT: "申请人",
  ACTIVIST: "积极分子",
  CANDIDATE: "发展对象",
  PROBATIONARY: "预备党员",
  FULL: "正式党员",
};

/** Why a person leaves the committee's register. */
export const leaveKindLabels = {
  TRANSFERRED: "转往其他党组织",
  DECEASED: "去世",
  EXPELLED: "出党",
  ENDED: "终止培养发展",
  OTHER: "其他",
} as const;

export type LeaveKind = keyof typeof leaveKindLabels;

/** The dated entries on a member's file. */
export const memberEntryLabels = {
  MEMBERSHIP: "组织关系",
  EMPLOYMENT: "工作单位",
  DUTY: "职责",
  OFFICE: "支部任职",
} as const;

export type MemberEntryKind = keyof typeof memberEntryLabels;

/** What can be revealed of the numbers that stand masked on the file. */
export const personalNumberLabels = { idNumber: "身份证号", phone: "手机号" } as const;

export type PersonalNumber = keyof typeof personalNumberLabels;

/** Why somebody asks for a full number. */
export const revealPurposeLabels = {
  CONTACT: "工作联系",
  VERIFY: "核对身份信息",
  TRANSFER: "办理组织关系转接",
  REPORT: "按上级要求填报",
  OTHER: "其他（请说明）",
} as const;

export type RevealPurpose = keyof typeof revealPurposeLabels;

/** Duties often recorded; any other may be typed. */
export const commonDuties = ["党员先锋岗", "党员审核员", "红色网评员", "党员责任区", "党员志愿者"];

/** Words of the national code tables; any other may be typed. */
export const commonEducations = ["博士研究生", "硕士研究生", "研究生", "大学本科", "大学专科", "中等专科", "高中"];

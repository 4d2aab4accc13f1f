import type { Gender, MemberStage } from "@/generated/prisma/enums";

export const genderLabels: Record<Gender, string> = { MALE: "男", FEMALE: "女" };

export const memberStageLabels: Record<MemberStage, string> = {
  APPLICANT: "申请人",
  ACTIVIST: "积极分子",
  CANDIDATE: "发展对象",
  PROBATIONARY: "预备党员",
  FULL: "正式党员",
};

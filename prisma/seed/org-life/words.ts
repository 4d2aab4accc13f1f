import type { OrgLifeKind } from "@/generated/prisma/enums";
import type { Random } from "@/prisma/seed/chance/random";

const topics: Partial<Record<OrgLifeKind, string[]>> = {
  COMMITTEE_MEETING: ["研究本月支部工作", "研究主题党日方案和分工", "研究入党积极分子培养", "研究党费收缴和活动经费"],
  GROUP_MEETING: ["学习讨论和党员思想交流", "讨论支部月度工作安排", "交流岗位建功情况"],
  THEME_DAY: ["学习交流和志愿服务", "重温党章，交流工作"],
  GENERAL_MEETING: ["通报支部季度工作和党费收缴情况"],
  PARTY_LECTURE: ["党课：互联网企业党员的先锋作用"],
};

const contents: Record<OrgLifeKind, string[]> = {
  GENERAL_MEETING: ["书记通报支部工作和党费收缴情况，与会党员发言讨论。", "听取支部工作报告，讨论下一步安排并表决。"],
  COMMITTEE_MEETING: [
    "支委逐项汇报分工进展，明确本月主题党日由宣传委员牵头。",
    "研究培养对象情况，确定联系人；安排下月活动。",
  ],
  GROUP_MEETING: ["小组成员轮流领学，交流近期工作和思想情况。", "讨论支部安排，认领任务。"],
  PARTY_LECTURE: ["书记结合企业实际授课约四十分钟，之后交流提问。", "围绕主题讲授，三名党员结合岗位谈体会。"],
  THEME_DAY: [
    "集中学习后分组讨论，党员结合本职工作发言。",
    "先集中学习，再开展实践活动，入党积极分子列席。",
    "现场交流约一小时，整理意见建议五条。",
  ],
  ORG_LIFE_MEETING: ["会前开展谈心谈话，会上逐一对照检查，开展批评和自我批评，按程序进行民主评议。"],
  DEMOCRATIC_APPRAISAL: ["按个人自评、党员互评、民主测评的程序进行。"],
};

const decisions = ["同意支部工作报告。", "通过下一步工作安排。", "同意按期收缴党费并公示使用情况。"];

/** The topic of a meeting that no task of the plan asks for. */
export function plainTopic(random: Random, kind: OrgLifeKind): string {
  return random.pick(topics[kind] ?? ["学习交流"]);
}

/** One or two sentences of what was read, discussed and done. */
export function contentOf(random: Random, kind: OrgLifeKind): string {
  return random.pick(contents[kind]);
}

export function decision(random: Random): string {
  return random.pick(decisions);
}

/** Why somebody was excused. */
export function leaveReason(random: Random): string {
  return random.pick(["出差", "出差", "项目上线值班", "病假", "外出培训", "产假"]);
}

import type { DutyService, VisitKind } from "@/generated/prisma/enums";
import type { Random } from "@/prisma/seed/chance/random";

const foundAtEnterprise = [
  "企业经营平稳，近期以项目交付为主，职工队伍稳定。",
  "新搬入的办公区已投入使用，计划下季度扩充研发团队。",
  "有两名职工提出想了解入党程序，企业负责人表示支持。",
  "党员的组织关系仍在原籍，本人愿意转来，担心手续繁琐。",
  "企业希望参加园区的联学活动，但工作日下午较难抽身。",
  "职工以青年技术人员为主，对学习内容的新颖度期待较高。",
  "企业对人才公寓和积分入户政策了解不多。",
  "业务有所收缩，减少了一处工位区，人员基本未变。",
  "企业正在申报高新技术企业，材料准备中有几处不明白。",
  "负责人对成立党支部没有顾虑，主要缺少牵头人选。",
];

const doneAtEnterprise = [
  "讲解入党程序和组织关系转接办法，留下办事指南。",
  "介绍园区党群服务点的开放时间和服务事项。",
  "核对企业登记信息，提醒联系人变动时及时告知。",
  "与党员逐一交谈，记下转接意愿，约定下月跟进。",
  "推荐企业参加本季度主题活动，说明不收任何费用。",
  "把企业提出的问题带回，登记后交党委办理。",
  "送上政策汇编一份，现场解答用工和社保问题。",
  "邀请青年职工旁听附近支部的主题党日。",
];

const foundAtBranch = [
  "支部按月开展主题党日，记录较完整，党小组活动偏少。",
  "书记工作忙，会议多安排在下班后，参加情况良好。",
  "支部对季度计划已分工，一项任务尚未确定时间。",
  "培养对象的谈话记录齐全，个别党员流动到外地项目。",
  "活动阵地与企业会议室共用，展板需要更新。",
  "党费按时收缴，公示到位；请假党员补课记录不全。",
];

const doneAtBranch = [
  "和书记一起对照季度计划梳理进度，约定补齐时间。",
  "列席支委会，就发展党员材料提出修改意见。",
  "指导规范填写组织生活记录，交流其他支部的做法。",
  "提醒换届时间，说明选举程序和材料要求。",
  "帮助支部联系同楼企业，商定下月联合开展主题党日。",
  "参加支部主题党日，会后与青年党员座谈。",
];

const metAtEnterprise = [
  "企业行政负责人",
  "人力资源负责人和一名党员",
  "企业负责人",
  "党员两名",
  "行政专员",
  "技术负责人",
];
const metAtBranch = ["支部书记", "支部书记和组织委员", "支委会成员", "支部书记和入党积极分子两名"];

/** What a visit's sheet says: whom the instructor met, what was found, what was done. */
export function visitWords(random: Random, isBranch: boolean): { peopleMet: string; found: string; done: string } {
  const [met, found, done] = isBranch
    ? [metAtBranch, foundAtBranch, doneAtBranch]
    : [metAtEnterprise, foundAtEnterprise, doneAtEnterprise];
  return { peopleMet: random.pick(met), found: random.pick(found), done: random.pick(done) };
}

/** Most are plain visits; some belong to a survey, some happened at the service point. */
export function visitKind(random: Random, isBranch: boolean): VisitKind {
  const luck = random.share();
  if (luck < 0.12) return "RESEARCH";
  return luck < 0.24 && !isBranch ? "ON_DUTY" : "VISIT";
}

const matters: [DutyService[], string][] = [
  [["POLICY"], "解答人才引进和社保补贴政策，发放政策汇编。"],
  [["DEVELOPMENT"], "指导两名职工撰写入党申请书，说明培养程序。"],
  [["MEMBERSHIP"], "受理组织关系转接咨询，代为核对介绍信抬头。"],
  [["POLICY", "REQUEST"], "接待企业来访，记下场地和停车方面的意见。"],
  [["ACTIVITY"], "为本月主题活动接受报名，布置阅览室展板。"],
  [["DEVELOPMENT", "MEMBERSHIP"], "整理入党积极分子培养材料，提醒缴纳党费。"],
  [["MEMBERSHIP", "OTHER"], "更新流动党员登记，整理阅览室图书。"],
  [["REQUEST"], "向企业反馈上次诉求的办理进展。"],
  [["POLICY", "ACTIVITY"], "宣讲惠企政策，介绍下月开放日安排。"],
];

/** What went on in an afternoon at a service point. */
export function dutyLog(random: Random): { servedCount: number; services: DutyService[]; matters: string } {
  const [services, text] = random.pick(matters);
  return { servedCount: random.between(3, 18), services, matters: text };
}

export const cancelReasons = [
  "园区停电检修，服务点当天不开放。",
  "指导员参加党委集中培训。",
  "服务点布置换届会场，暂停一次。",
];
export const swapReasons = [
  "指导员外出培训，与同事换班。",
  "与企业走访时间冲突，与同事换班。",
  "指导员休假，由同事代班。",
];
export const moveReasons = ["当天参加党委会议，顺延一天。", "园区当天有大型活动，改到次日。"];

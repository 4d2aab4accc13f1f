import type { Reasons, Texts } from "@/lib/summaries/schema";
import type { Random } from "@/prisma/seed/chance/random";
import type { SampleTask } from "@/prisma/seed/plans/draft";

const practices = [
  "按季度计划把任务分到每月，主题党日固定在每月中旬，由支部党员轮流牵头；学习材料提前一周发给党员，会上以讨论为主。",
  "结合企业产品上线节奏安排活动，把集中学习放在版本发布之后；在外地项目的党员通过视频参加学习，会后补读材料。",
  "支部与企业行政、工会一起制定安排，重点任务由党员骨干带队，入党积极分子全程参与，会后形成问题清单逐项跟进。",
  "以主题党日带动重点任务，先学习、后实践；对新入职党员安排联系人，及时办理组织关系转接。",
  "提前征求党员意见确定活动时间，承办人负责场地和记录；学习与企业实际结合，每次确定一个讨论题目。",
];
const effects = [
  "党员参学率保持在九成左右，重点任务按期完成；党员骨干牵头解决线上故障两起，得到企业管理层肯定。",
  "完成计划任务，确定入党积极分子一名；志愿服务得到园区和社区好评。",
  "自查发现的问题全部整改，党员带头签订数据安全承诺；青年党员提出产品改进建议十余条，采纳四条。",
  "支部工作与企业业务结合更紧，党员先锋岗带动完成版本攻坚，职工参加活动的人数比上季度增加。",
  "党员教育管理更加规范，与邻近支部联合开展活动一次，资源互补。",
];
const shortages = [
  "部分党员出差较多，集中学习的时间不好统一；个别活动形式比较单一。",
  "组织活动协调成本较高，党课主讲人较少。",
  "重点任务与业务高峰期重叠，有的工作完成得偏晚；新党员参与支部事务的机会不多。",
  "学习讨论联系实际还不够深，记录偏简单；发展党员工作的储备不足。",
];
const intentions = [
  "下季度把学习时间提前公布，外地党员视频参加；邀请指导员指导一次党课。",
  "与园区其他支部联合开展一次主题党日，下月底前完成场地和分工安排。",
  "每月底核对一次任务进度，未完成的在下月研究；建立主讲人名单。",
  "做好入党积极分子培养，确定两名培养对象和联系人；继续开展志愿服务。",
];

/** The four paragraphs of a summary. */
export function textsOf(random: Random): Texts {
  return {
    practice: random.pick(practices),
    effect: random.pick(effects),
    problems: random.pick(shortages),
    nextSteps: random.pick(intentions),
  };
}

/** What a first submission lacked, and the reasons it was sent back with. */
export function weaken(random: Random, texts: Texts): { texts: Texts; reasons: Reasons } {
  if (random.isLucky(0.5)) {
    const reasons = { problems: "没有写存在的问题", nextSteps: "下步打算不具体，请写明事项和时间" };
    return { texts: { ...texts, problems: "", nextSteps: "继续做好支部工作。" }, reasons };
  }
  return { texts: { ...texts, effect: "成效明显。" }, reasons: { effect: "缺少具体成效或数字" } };
}

const excuses = [
  "因项目集中上线未能集中开展，已安排党员自学，下季度补上。",
  "主要党员在外地出差，改为线上交流，未单独记录。",
];

/** What a branch says of a task that no record shows: what it did, or why the meeting was not held. */
export function resultOf(random: Random, { idea }: SampleTask): string {
  return random.pick(idea.evidence === "REPORT" ? idea.words : excuses);
}

import type { OrgLifeKind, TaskEvidence, TaskKind } from "@/generated/prisma/enums";
import type { Quarter } from "@/lib/calendar";

/** The meetings of a quarter that a plan can count on. */
export type Occasion = "FIRST_THEME" | "SECOND_THEME" | "THIRD_THEME" | "LECTURE" | "GENERAL" | "APPRAISAL";

export type TaskIdea = {
  kind: TaskKind;
  title: string;
  detail: string;
  /** Month of the quarter from 0, and the day in it. */
  due: [month: number, day: number];
  isMandatory: boolean;
  evidence: TaskEvidence;
  recordKinds: OrgLifeKind[];
  /** The meeting that serves it; null for what a branch reports in words. */
  occasion: Occasion | null;
  /** What such a meeting is about; for reports what a branch writes. */
  words: string[];
};

const kindsOf: Record<Occasion, OrgLifeKind[]> = {
  FIRST_THEME: ["PARTY_LECTURE", "THEME_DAY"],
  SECOND_THEME: ["THEME_DAY"],
  THIRD_THEME: ["THEME_DAY"],
  LECTURE: ["PARTY_LECTURE"],
  GENERAL: ["GENERAL_MEETING"],
  APPRAISAL: ["ORG_LIFE_MEETING", "DEMOCRATIC_APPRAISAL"],
};

function meeting(
  kind: TaskKind,
  occasion: Occasion,
  due: TaskIdea["due"],
  title: string,
  detail: string,
  words: string[],
): TaskIdea {
  const evidence = { evidence: "ORG_LIFE", recordKinds: kindsOf[occasion], occasion } as const;
  return { kind, title, detail, due, isMandatory: true, ...evidence, words };
}

/** A task that no record shows: the branch says in its summary what it did. */
export function report(
  due: TaskIdea["due"],
  title: string,
  detail: string,
  words: string[],
  isMandatory = true,
): TaskIdea {
  return {
    kind: "PRIORITY",
    title,
    detail,
    due,
    isMandatory,
    evidence: "REPORT",
    recordKinds: [],
    occasion: null,
    words,
  };
}

/** An activity of the committee: a branch that was there has done it. Nobody has to. */
function outing(due: TaskIdea["due"], title: string, detail: string, words: string[]): TaskIdea {
  return { ...report(due, title, detail, words, false), kind: "ACTIVITY", evidence: "ACTIVITY" };
}

const first: TaskIdea[] = [
  meeting("STUDY", "FIRST_THEME", [1, 20], "深入学习党的创新理论", "集中学习一次以上，党员结合本职工作谈体会。", [
    "学习党的创新理论，谈本职工作体会",
    "集中学习党的创新理论和年度工作要点",
  ]),
  meeting("STUDY", "THIRD_THEME", [2, 25], "学习全国两会精神", "通读政府工作报告，讨论数字经济和平台企业的内容。", [
    "学习全国两会精神，讨论数字经济新部署",
    "学习政府工作报告，交流平台企业责任",
  ]),
  meeting("ACTIVITY", "SECOND_THEME", [1, 28], "“清朗网络有我”主题党日", "结合企业产品，查一查内容生态中的短板。", [
    "清朗网络有我：内容生态自查",
    "网络文明建设大家谈",
  ]),
  meeting("PRIORITY", "APPRAISAL", [2, 15], "召开组织生活会，民主评议党员", "会前谈心谈话，会上开展批评和自我批评。", [
    "年度组织生活会和民主评议党员",
  ]),
  meeting("PRIORITY", "LECTURE", [2, 28], "支部书记讲一次专题党课", "题目自定，联系企业发展实际。", [
    "党课：把支部建在创新一线",
    "党课：互联网企业党员的先锋作用",
  ]),
  report([1, 20], "节后复工安全生产自查", "查机房、消防和用电，列出整改清单。", [
    "查出隐患 3 处，均已整改：更换灭火器、清理通道、整理线路。",
    "与行政部门一起检查机房和办公区，未发现重大隐患。",
  ]),
  report(
    [2, 25],
    "联系一家未建党组织的企业",
    "由支部党员走访，了解党员和职工情况。",
    ["走访同楼层企业 1 家，摸清党员 2 名，已告知组织关系转接办法。", "联系园区小微企业 1 家，宣讲党建政策。"],
    false,
  ),
  outing([2, 20], "学雷锋网络志愿服务", "参加党委组织的志愿服务，或者自行开展一次。", [
    "组织党员参加志愿服务，为老年人讲解手机使用。",
    "党员参加网络文明志愿服务，收集意见 6 条。",
  ]),
];

const second: TaskIdea[] = [
  meeting("STUDY", "FIRST_THEME", [1, 10], "学习党章党规党纪", "逐章学习，结合案例讨论。", [
    "学习党章党规，开展案例讨论",
    "纪律教育：以案说纪",
  ]),
  meeting("STUDY", "LECTURE", [2, 10], "廉洁从业专题党课", "面向采购、投放和主播经纪等岗位。", [
    "党课：守住廉洁从业底线",
    "党课：采购与投放岗位的纪律要求",
  ]),
  meeting("ACTIVITY", "SECOND_THEME", [1, 31], "“青年人才与互联网”主题党日", "请青年技术骨干讲创新故事。", [
    "青年技术骨干讲创新故事",
    "五四主题党日：青年人才座谈",
  ]),
  meeting("ACTIVITY", "THIRD_THEME", [2, 30], "迎“七一”主题党日", "重温入党誓词，慰问老党员和困难职工。", [
    "重温入党誓词，迎接“七一”",
    "迎“七一”：过一次政治生日",
  ]),
  meeting("PRIORITY", "GENERAL", [2, 20], "党员大会研究上半年工作", "通报支部工作和党费收缴情况。", [
    "通报上半年支部工作和党费收缴情况",
  ]),
  report([1, 31], "数据安全与个人信息保护自查", "对照法律法规自查数据收集和权限管理。", [
    "完成数据分类分级，收回多余权限 12 项。",
    "更新隐私政策 1 版，补齐授权提示 4 处。",
  ]),
  report(
    [2, 20],
    "乡村振兴直播助农",
    "有直播能力的支部联系一个村或合作社。",
    ["开展助农直播 2 场，帮助合作社售出李子约 6000 斤。", "为对口村制作短视频 5 条，介绍当地农产品。"],
    false,
  ),
  outing([2, 15], "走进乡村看振兴", "参加党委组织的乡村行，有条件的企业带上产品和技术。", [
    "党员骨干参加乡村行，为合作社录制短视频。",
    "参加乡村行，与村支部交流电商运营。",
  ]),
];

const third: TaskIdea[] = [
  meeting("STUDY", "FIRST_THEME", [1, 10], "庆“七一”专题学习", "学习党史，交流入党初心。", [
    "庆“七一”专题学习：我的入党初心",
    "学党史，讲身边党员故事",
  ]),
  meeting("STUDY", "LECTURE", [2, 10], "“算法向善”专题党课", "讲平台责任和劳动者权益保护。", [
    "党课：算法向善与平台责任",
    "党课：技术岗位上的党员担当",
  ]),
  meeting("ACTIVITY", "SECOND_THEME", [1, 31], "关爱新就业群体主题党日", "为骑手、主播和一线运维人员送清凉。", [
    "为骑手和一线运维人员送清凉",
    "关爱新就业群体：倾听与服务",
  ]),
  meeting("ACTIVITY", "THIRD_THEME", [2, 25], "网络安全宣传周主题党日", "面向职工和周边社区讲防诈骗知识。", [
    "网络安全宣传进社区",
    "反诈知识讲座和网络安全演练",
  ]),
  meeting("PRIORITY", "GENERAL", [2, 20], "党员大会研究发展党员工作", "听取培养情况，讨论接收或转正事项。", [
    "研究发展党员和预备党员转正工作",
  ]),
  report([1, 20], "汛期与消防安全自查", "查机房防水、备用电源和疏散通道。", [
    "组织疏散演练 1 次，参加 60 余人。",
    "检查机房防水和备用电源，整改 2 处。",
  ]),
  report(
    [2, 25],
    "吸引青年人才见习",
    "为高校毕业生提供见习或参观机会。",
    ["接收见习生 4 名，由党员骨干带教。", "接待高校学生参观 1 批 30 人。"],
    false,
  ),
  outing([2, 20], "企业开放日", "参加或承办开放日，请学生和居民看企业。", [
    "党员担任讲解员，接待学生参观。",
    "参加开放日，介绍网络安全岗位。",
  ]),
];

const fourth: TaskIdea[] = [
  meeting("STUDY", "FIRST_THEME", [1, 10], "学习党的创新理论和重要会议精神", "集中学习并组织一次讨论。", [
    "学习重要会议精神，讨论企业创新方向",
    "学习党的创新理论，交流读书心得",
  ]),
  meeting("STUDY", "LECTURE", [2, 10], "“网络文明中的党员担当”专题党课", "联系产品和内容审核工作实际。", [
    "党课：网络文明中的党员担当",
    "党课：内容岗位上的底线与责任",
  ]),
  meeting("ACTIVITY", "SECOND_THEME", [1, 30], "乡村振兴直播周主题党日", "直播、短视频、采购帮扶均可。", [
    "乡村振兴直播周：为家乡好物代言",
    "走进合作社，策划助农短视频",
  ]),
  meeting("ACTIVITY", "THIRD_THEME", [2, 20], "宪法宣传与网络诚信主题党日", "结合国家宪法日开展。", [
    "宪法宣传和网络诚信承诺",
    "学宪法、讲诚信，守好网络空间",
  ]),
  meeting("PRIORITY", "GENERAL", [2, 15], "党员大会通报全年工作", "通报支部工作、党费收缴和下一年打算。", [
    "通报全年支部工作，研究下一年安排",
  ]),
  report([1, 30], "数据安全自查整改", "对照上次自查结果，逐项销号。", [
    "上次自查的 5 个问题全部销号。",
    "完成核心系统渗透测试 1 次，修复中危漏洞 2 个。",
  ]),
  report(
    [2, 15],
    "提供青年人才实习岗位",
    "有条件的支部推动企业提供岗位。",
    ["推动企业提供实习岗位 6 个。", "与高校党支部结对，联合开展职业指导 1 次。"],
    false,
  ),
  outing([2, 18], "党建联建交流会", "参加片区支部联建交流，带一个做法来。", [
    "在交流会上介绍主题党日做法。",
    "参加交流会，与同楼支部商定联建事项。",
  ]),
];

const programmes: Record<Quarter["quarter"], TaskIdea[]> = { 1: first, 2: second, 3: third, 4: fourth };

/** What a committee asks for in a quarter of the year; a short programme leaves out what not every branch must report. */
export function programmeOf(quarter: Quarter, isShort: boolean): TaskIdea[] {
  return programmes[quarter.quarter].filter((idea) => idea.isMandatory || idea.evidence === "ACTIVITY" || !isShort);
}

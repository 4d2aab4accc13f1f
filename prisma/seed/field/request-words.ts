import type { RequestCategory, Satisfaction } from "@/generated/prisma/enums";

export type Matter = { category: RequestCategory; text: string; department: string; answer: string };

/** What enterprises ask for, where it lies when it is passed on, and what was answered. */
export const requestMatters: Matter[] = [
  {
    category: "TALENT",
    text: "新招的应届毕业生多，希望了解人才公寓的申请条件和排队情况。",
    department: "人力社保部门",
    answer: "已发送申请条件和线上入口；符合条件的职工可在每季度首月提交，园区代为汇总。",
  },
  {
    category: "SPACE",
    text: "园区地面停车位紧张，客户来访常常无处停车。",
    department: "园区运营方",
    answer: "园区增设访客车位 20 个，可提前一天预约，预约方式已张贴在大堂。",
  },
  {
    category: "FINANCE",
    text: "研发投入大、抵押物少，想了解针对软件企业的信用贷款。",
    department: "金融发展部门",
    answer: "已邀请两家银行到服务点宣讲知识价值信用贷款，并与企业财务对接。",
  },
  {
    category: "POLICY",
    text: "高新技术企业复审的研发费用归集口径不清楚，希望有人辅导。",
    department: "科技部门",
    answer: "科技部门安排专场辅导，归集表样和常见问题已发给企业。",
  },
  {
    category: "LEGAL",
    text: "有一款产品界面被同行照搬，想咨询维权办法。",
    department: "知识产权保护中心",
    answer: "已安排律师志愿者面谈，建议先做电子证据固定，再发函协商。",
  },
  {
    category: "PARTY_WORK",
    text: "两名职工党员的组织关系在外省，本人想转来，不知如何办理。",
    department: "党委组织部门",
    answer: "已说明线上转接步骤，一名已转入，另一名待原支部确认。",
  },
  {
    category: "TALENT",
    text: "夜间运维人员多，希望延长园区食堂供餐时间。",
    department: "园区运营方",
    answer: "食堂试行供餐到晚八点半，一个月后按用餐人数再定。",
  },
  {
    category: "SPACE",
    text: "支部没有固定活动场所，希望借用园区会议室开展主题党日。",
    department: "园区运营方",
    answer: "服务点会议室每月可免费借用两次，提前三天登记即可。",
  },
  {
    category: "FINANCE",
    text: "稳岗返还一直没有到账，想知道办到哪一步。",
    department: "人力社保部门",
    answer: "因开户行信息有误被退回，企业更正后已重新拨付。",
  },
  {
    category: "POLICY",
    text: "网络视听节目备案退回两次，不清楚缺什么材料。",
    department: "文化旅游部门",
    answer: "主管部门一次性告知缺项清单，企业补齐后已受理。",
  },
  {
    category: "OTHER",
    text: "园区到轨道站的接驳班车晚高峰间隔太长。",
    department: "交通部门",
    answer: "晚高峰加开两班，间隔缩短到十五分钟。",
  },
  {
    category: "PARTY_WORK",
    text: "想和附近支部联合开展活动，缺少联系渠道。",
    department: "党委办公室",
    answer: "已介绍同楼栋两个支部，商定下月联合开展主题党日。",
  },
  {
    category: "LEGAL",
    text: "直播业务的用工形式较多，希望有劳动合同方面的指导。",
    department: "司法行政部门",
    answer: "劳动仲裁院到园区讲课一次，合同参考样本已发给企业。",
  },
];

/** How far a request has come. `ASSIGNED` is given to an instructor; `RETURNED` was answered and taken up again. */
export type Progress =
  | "OPEN"
  | "ASSIGNED"
  | "TAKEN"
  | "TRANSFERRED"
  | "ANSWERED"
  | "CLOSED"
  | "CLOSED_AFTER_TRANSFER"
  | "RETURNED";

/** Progress and age in days of one request after the other; answers are owed within thirty days. */
export const requestLives: [Progress, daysAgo: number][] = [
  ["OPEN", 1],
  ["ASSIGNED", 6],
  ["TAKEN", 9],
  ["CLOSED", 75],
  ["TRANSFERRED", 20],
  ["ANSWERED", 26],
  ["OPEN", 38],
  ["CLOSED_AFTER_TRANSFER", 120],
  ["OPEN", 4],
  ["TAKEN", 41],
  ["RETURNED", 52],
  ["CLOSED", 160],
  ["ANSWERED", 48],
  ["TRANSFERRED", 57],
  ["OPEN", 15],
  ["CLOSED", 210],
  ["ASSIGNED", 24],
  ["CLOSED_AFTER_TRANSFER", 95],
  ["TAKEN", 17],
  ["CLOSED", 255],
];

/** What an enterprise says of the answer; most say nothing. */
export const satisfactions: ([Satisfaction, by: "LINK" | "RECORDED", note: string] | null)[] = [
  ["SATISFIED", "LINK", "办得很快，谢谢。"],
  null,
  ["SATISFIED", "RECORDED", ""],
  ["FAIR", "LINK", "希望能提前告知进度。"],
  null,
  ["SATISFIED", "LINK", ""],
  ["DISSATISFIED", "RECORDED", ""],
];

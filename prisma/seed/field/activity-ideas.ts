import type { ActivityKind, ActivityMeasure } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import type { ParkKey } from "@/prisma/seed/parks";

export type FigureIdea = [measure: ActivityMeasure, amount: number, unit: string, source: string, note?: string];

export type ActivityIdea = {
  key: string;
  kind: ActivityKind;
  title: string;
  detail: string;
  place: string;
  organizers: string;
  /** Quarters before the present one and the share of the way through it, days from today, or a day long ago. */
  when: { ago: number; share: number } | { inDays: number } | { on: Day };
  lasts?: number;
  /** Serves the task of its quarter that an activity shows. */
  servesPlan?: boolean;
  /** The branch that organizes it; else the committee. */
  branch?: string;
  campaign?: string;
  /** Everybody the plan expects, or those of these parks. */
  invited: "ALL" | ParkKey[];
  /** So many enterprises without a branch are invited too. */
  enterprises?: number;
  figures?: FigureIdea[];
  heldNote?: string;
  cancelReason?: string;
};

const staff = "党委办公室登记";
const published = "公开介绍材料（示例，不是当前数据）";
const committee = "党委办公室";

/** What the committee did in the field over eight quarters, one thing to come and one called off. */
export const activityIdeas: ActivityIdea[] = [
  {
    key: "countryside",
    kind: "CAMPAIGN",
    title: "新媒体看乡村振兴",
    detail: "组织新媒体企业走进乡镇采风，用图文和短视频讲乡村变化。",
    place: "各乡镇",
    organizers: "党委、互联网行业协会",
    when: { ago: 7, share: 0.3 },
    lasts: 60,
    invited: ["xiantao", "zhaomu"],
    figures: [
      ["ARTICLES", 130, "篇", published],
      ["READS", 12_000_000, "次", published],
    ],
    heldNote: "企业自愿参加，稿件由各平台刊发。数字出自公开介绍材料，作为示例保留。",
  },
  {
    key: "village",
    kind: "THEMED",
    title: "走进乡村采风日",
    detail: "新媒体企业的党员走访两个村，拍摄短视频，与村支部座谈。",
    place: "统景镇江口村",
    organizers: committee,
    when: { ago: 7, share: 0.55 },
    servesPlan: true,
    campaign: "countryside",
    invited: "ALL",
    figures: [["ARTICLES", 18, "篇", staff]],
    heldNote: "当天往返，各支部自行安排车辆。",
  },
  {
    key: "winter",
    kind: "PUBLIC_WELFARE",
    title: "旧电脑助学",
    detail: "企业捐出换下的电脑，党员工程师清除数据、装好系统，送给乡村学校。",
    place: "仙桃国际大数据谷党群服务点",
    organizers: "仙桃片区各支部",
    when: { ago: 6, share: 0.4 },
    servesPlan: true,
    invited: "ALL",
    enterprises: 4,
    figures: [
      ["DONATED_GOODS", 46, "件", staff, "台式电脑 38 台、显示器 8 台"],
      ["HOURS", 96, "小时", staff],
    ],
    heldNote: "全部设备清除数据后交接，学校已签收。",
  },
  {
    key: "lecture",
    kind: "THEMED",
    title: "青年党员创新故事会",
    detail: "八名青年技术骨干各讲八分钟。",
    place: "照母山数字文化园报告厅",
    organizers: committee,
    when: { ago: 5, share: 0.5 },
    servesPlan: true,
    invited: "ALL",
    figures: [["PARTICIPANTS", 120, "人次", staff]],
    heldNote: "讲稿已汇编，供支部学习使用。",
  },
  {
    key: "openday",
    kind: "OPEN_DAY",
    title: "数据谷企业开放日",
    detail: "高校学生走进三家企业，看产品、听党员工程师讲职业选择。",
    place: "仙桃国际大数据谷",
    organizers: "党委、园区运营方",
    when: { ago: 4, share: 0.45 },
    servesPlan: true,
    invited: "ALL",
    enterprises: 3,
    figures: [["PARTICIPANTS", 86, "人次", staff]],
    heldNote: "收到实习意向 23 份，已转交企业。",
  },
  {
    key: "cleannet",
    kind: "FORUM",
    title: "清朗网络论坛",
    detail: "内容平台谈审核与推荐，律师谈边界。",
    place: "悦来数字内容港会议中心",
    organizers: "党委、互联网行业协会",
    when: { ago: 4, share: 0.75 },
    invited: ["yuelai", "zhaomu", "xiantao"],
    enterprises: 5,
    figures: [["PARTICIPANTS", 64, "人次", staff]],
    heldNote: "形成倡议一份，企业自愿签署。",
  },
  {
    key: "joint",
    kind: "EXCHANGE",
    title: "党建联建交流会",
    detail: "六个支部各带一个做法，当场结成三对。",
    place: "感知科技孵化园主楼",
    organizers: committee,
    when: { ago: 3, share: 0.6 },
    servesPlan: true,
    invited: "ALL",
    figures: [["PARTICIPANTS", 58, "人次", staff]],
    heldNote: "三对支部约定每季度联合开展一次主题党日。",
  },
  {
    key: "leifeng",
    kind: "PUBLIC_WELFARE",
    title: "手机课堂进社区",
    detail: "党员志愿者教老年人用手机挂号、识别诈骗短信。",
    place: "翠云街道社区活动室",
    organizers: committee,
    when: { ago: 2, share: 0.6 },
    servesPlan: true,
    invited: "ALL",
    figures: [
      ["HOURS", 138, "小时", staff],
      ["PARTICIPANTS", 210, "人次", "社区登记"],
    ],
    heldNote: "社区希望每季度来一次。",
  },
  {
    key: "epidemic",
    kind: "CAMPAIGN",
    title: "网上战疫",
    detail: "新媒体企业刊发防疫知识和一线故事。",
    place: "线上",
    organizers: "党委、各新媒体企业",
    when: { on: "2020-02-10" },
    lasts: 110,
    invited: [],
    figures: [
      ["ARTICLES", 2_000, "篇", published, "2000 篇以上"],
      ["READS", 530_000_000, "次", published, "播放量"],
    ],
    heldNote: "建档时补录。数字出自公开介绍材料，作为示例保留。",
  },
  {
    key: "harvest",
    kind: "THEMED",
    title: "走进合作社：直播助农",
    detail: "党员主播帮合作社卖李子，技术党员帮着搭直播间。",
    place: "茨竹镇",
    organizers: committee,
    when: { ago: 1, share: 0.55 },
    servesPlan: true,
    invited: "ALL",
    enterprises: 14,
    figures: [
      ["READS", 460_000, "次", "平台后台截图"],
      ["DONATED_MONEY", 18_600, "元", "合作社收据", "党员自愿捐款，用于冷库维修"],
    ],
    heldNote: "两场直播，合作社当天售罄。",
  },
  {
    key: "s1-open",
    kind: "EXCHANGE",
    title: "支部共学：读一份产品安全报告",
    detail: "请同楼支部一起读报告、谈岗位。",
    place: "仙桃国际大数据谷A1栋会议室",
    organizers: "",
    when: { ago: 1, share: 0.8 },
    branch: "s1",
    invited: ["xiantao"],
    heldNote: "约定以后每季度轮流主持。",
  },
  {
    key: "present",
    kind: "THEMED",
    title: "网络文明志愿服务日",
    detail: "党员到商圈收集网络消费投诉，现场解答。",
    place: "仙桃国际大数据谷中心广场",
    organizers: committee,
    when: { ago: 0, share: 0.5 },
    servesPlan: true,
    invited: "ALL",
    enterprises: 18,
    figures: [["HOURS", 74, "小时", staff]],
    heldNote: "收集意见 31 条，已分类转交。",
  },
  {
    key: "forum",
    kind: "FORUM",
    title: "互联网企业党建论坛",
    detail: "书记谈双向进入、交叉任职，企业负责人谈党组织带来什么。请各支部报名，每个支部两到三人。",
    place: "悦来数字内容港会议中心",
    organizers: "党委、互联网行业协会",
    when: { inDays: 12 },
    invited: "ALL",
    enterprises: 6,
  },
  {
    key: "run",
    kind: "OPEN_DAY",
    title: "空港视听基地开放日",
    detail: "参观录音棚和审片室。",
    place: "空港网络视听基地",
    organizers: "党委、园区运营方",
    when: { inDays: 5 },
    invited: ["konggang"],
    cancelReason: "园区临时检修供电线路，改期另行通知。",
  },
];

import type { Random } from "@/prisma/seed/chance/random";

const managerPosts = ["总经理", "副总经理", "技术总监", "运营总监", "人力资源总监"] as const;
const otherPosts = [
  "工程师",
  "工程师",
  "产品经理",
  "编辑",
  "运营专员",
  "设计师",
  "行政主管",
  "部门经理",
  "数据分析师",
  "财务",
] as const;
const educations = [
  "大学本科",
  "大学本科",
  "大学本科",
  "大学本科",
  "硕士研究生",
  "硕士研究生",
  "大学专科",
  "博士研究生",
];
const smallPeoples = ["土家族", "土家族", "苗族", "苗族", "回族", "满族", "彝族"];

export function post(random: Random, isManagement: boolean): string {
  return random.pick(isManagement ? managerPosts : otherPosts);
}

export function education(random: Random): string {
  return random.pick(educations);
}

export function ethnicity(random: Random): string {
  return random.isLucky(0.88) ? "汉族" : random.pick(smallPeoples);
}

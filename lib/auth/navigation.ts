import type { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";

type Way = { href: string; label: string };
type Entry = Way & { roles: Role[] };

/** Where each role works, by what it is for and in the order of the day. Showing a way is a comfort; every query asks for itself. */
const menu: { heading: string; entries: Entry[] }[] = [
  {
    heading: "今日",
    entries: [
      { href: "/", label: "工作台", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
      { href: "/field", label: "外勤", roles: ["INSTRUCTOR"] },
      { href: "/todos", label: "待办", roles: ["STAFF", "SECRETARY", "INSTRUCTOR", "ADMIN"] },
      { href: "/calendar", label: "日历", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
    ],
  },
  {
    heading: "季度",
    entries: [
      { href: "/plans", label: "季度计划", roles: ["STAFF", "SECRETARY"] },
      { href: "/org-life", label: "组织生活", roles: ["STAFF", "SECRETARY"] },
      { href: "/summaries", label: "季度总结", roles: ["STAFF", "SECRETARY"] },
      { href: "/bulletins", label: "通报", roles: ["STAFF", "SECRETARY"] },
      { href: "/activities", label: "主题活动", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
    ],
  },
  {
    heading: "服务",
    entries: [
      { href: "/visits", label: "实地走访", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
      { href: "/duty", label: "驻点服务", roles: ["STAFF", "INSTRUCTOR"] },
      { href: "/requests", label: "企业诉求", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
    ],
  },
  {
    heading: "队伍",
    entries: [
      { href: "/branches", label: "党支部", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
      { href: "/members", label: "党员", roles: ["STAFF", "SECRETARY"] },
      { href: "/instructors", label: "党建指导员", roles: ["STAFF"] },
      { href: "/coverage", label: "组织覆盖", roles: ["STAFF"] },
    ],
  },
  {
    heading: "台账",
    entries: [
      { href: "/enterprises", label: "企业", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
      { href: "/parks", label: "园区楼宇", roles: ["STAFF", "INSTRUCTOR"] },
      { href: "/service-points", label: "服务点", roles: ["STAFF", "INSTRUCTOR"] },
      { href: "/committees", label: "党委", roles: ["STAFF"] },
      { href: "/imports", label: "导入中心", roles: ["STAFF"] },
      { href: "/rulebook", label: "规则手册", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
    ],
  },
  {
    heading: "管理",
    entries: [
      { href: "/accounts", label: "账号", roles: ["ADMIN"] },
      { href: "/settings", label: "设置", roles: ["ADMIN"] },
      { href: "/deliveries", label: "消息发送", roles: ["ADMIN"] },
      { href: "/audit", label: "审计记录", roles: ["AUDITOR"] },
    ],
  },
];

/** The ways open to the actor under their headings. A heading without a way is left out. */
export function menuOf(actor: Actor): { heading: string; ways: Way[] }[] {
  return menu.flatMap(({ heading, entries }) => {
    const ways = entries
      .filter(({ roles }) => roles.some((role) => actor.roles.includes(role)))
      .map(({ href, label }) => ({ href, label }));
    return ways.length > 0 ? [{ heading, ways }] : [];
  });
}

/** Where the actor starts: the first way open, other than the to-dos, of which there may be none. */
export function startOf(actor: Actor): string {
  const ways = menuOf(actor).flatMap((part) => part.ways);
  return ways.find(({ href }) => href !== "/todos")?.href ?? "/";
}

/** Pages below a way that are open to more roles than the way is: an instructor reads the own month report. */
const openBelow = [/^\/instructors\/[^/]+\/report$/];

/** False for a path under a way of the menu that is not the actor's. Paths that no way leads to decide for themselves. */
export function isWayOpen(actor: Actor, path: string): boolean {
  if (openBelow.some((page) => page.test(path))) return true;
  const entries = menu.flatMap((part) => part.entries);
  const way = entries.find(({ href }) => href !== "/" && (path === href || path.startsWith(`${href}/`)));
  return way === undefined || way.roles.some((role) => actor.roles.includes(role));
}

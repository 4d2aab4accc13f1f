import type { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";

type Entry = { href: string; label: string; roles: Role[] };

/** Where each role works, in the order of the day. Showing a way is a comfort; every query asks for itself. */
const entries: Entry[] = [
  { href: "/", label: "工作台", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
  { href: "/field", label: "外勤", roles: ["INSTRUCTOR"] },
  { href: "/todos", label: "待办", roles: ["STAFF", "SECRETARY", "INSTRUCTOR", "ADMIN"] },
  { href: "/calendar", label: "日历", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
  { href: "/plans", label: "季度计划", roles: ["STAFF", "SECRETARY"] },
  { href: "/org-life", label: "组织生活", roles: ["STAFF", "SECRETARY"] },
  { href: "/activities", label: "主题活动", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
  { href: "/summaries", label: "季度总结", roles: ["STAFF", "SECRETARY"] },
  { href: "/bulletins", label: "通报", roles: ["STAFF", "SECRETARY"] },
  { href: "/coverage", label: "组织覆盖", roles: ["STAFF"] },
  { href: "/enterprises", label: "企业", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
  { href: "/branches", label: "党支部", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
  { href: "/members", label: "党员", roles: ["STAFF", "SECRETARY"] },
  { href: "/parks", label: "园区楼宇", roles: ["STAFF", "INSTRUCTOR"] },
  { href: "/service-points", label: "服务点", roles: ["STAFF", "INSTRUCTOR"] },
  { href: "/visits", label: "实地走访", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
  { href: "/duty", label: "驻点服务", roles: ["STAFF", "INSTRUCTOR"] },
  { href: "/requests", label: "企业诉求", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
  { href: "/instructors", label: "党建指导员", roles: ["STAFF"] },
  { href: "/rulebook", label: "规则手册", roles: ["STAFF", "SECRETARY", "INSTRUCTOR"] },
  { href: "/imports", label: "导入中心", roles: ["STAFF"] },
  { href: "/committees", label: "党委", roles: ["STAFF"] },
  { href: "/accounts", label: "账号", roles: ["ADMIN"] },
  { href: "/settings", label: "设置", roles: ["ADMIN"] },
  { href: "/deliveries", label: "消息发送", roles: ["ADMIN"] },
  { href: "/audit", label: "审计记录", roles: ["AUDITOR"] },
];

/** The ways open to the actor. */
export function navigationOf(actor: Actor): { href: string; label: string }[] {
  return entries
    .filter(({ roles }) => roles.some((role) => actor.roles.includes(role)))
    .map(({ href, label }) => ({ href, label }));
}

/** Where the actor starts: the first way open, other than the to-dos, of which there may be none. */
export function startOf(actor: Actor): string {
  return navigationOf(actor).find(({ href }) => href !== "/todos")?.href ?? "/";
}

/** Pages below a way that are open to more roles than the way is: an instructor reads the own month report. */
const openBelow = [/^\/instructors\/[^/]+\/report$/];

/** False for a path under a way of the menu that is not the actor's. Paths that no way leads to decide for themselves. */
export function isWayOpen(actor: Actor, path: string): boolean {
  if (openBelow.some((page) => page.test(path))) return true;
  const way = entries.find(({ href }) => href !== "/" && (path === href || path.startsWith(`${href}/`)));
  return way === undefined || way.roles.some((role) => actor.roles.includes(role));
}

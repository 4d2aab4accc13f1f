import type { AgendaFact, AgendaKind } from "@/lib/agenda/rules/entries";
import { type Day, daysBetween } from "@/lib/calendar";

/** One word before an entry, and the legend. */
export const agendaKindLabels: Record<AgendaKind, string> = {
  TASK: "任务",
  SUMMARY: "总结",
  DUTY: "应开",
  ELECTION: "换届",
  TERM: "任期",
  PROBATION: "转正",
  SHIFT: "驻点",
  ACTIVITY: "活动",
  MEETING: "已开",
};

/** What the word means, for the legend. */
export const agendaKindNotes: Record<AgendaKind, string> = {
  TASK: "计划任务到期",
  SUMMARY: "季度总结截止",
  DUTY: "本期组织生活应开展",
  ELECTION: "开始筹备换届",
  TERM: "支部任期届满",
  PROBATION: "预备党员预备期满",
  SHIFT: "服务点的驻点班次",
  ACTIVITY: "主题活动",
  MEETING: "已开展的组织生活",
};

/** One entry of one branch. Without names a person is counted and a topic left out, for what leaves the portal. */
export function describeFact(fact: AgendaFact, shows: { names: boolean }): string {
  switch (fact.kind) {
    case "TASK":
      return `${fact.title}，计划任务到期`;
    case "SUMMARY":
      return `${fact.title}截止`;
    case "DUTY":
      return `${fact.title}最迟在这一天开展`;
    case "ELECTION":
      return "应开始筹备换届，距任期届满六个月";
    case "TERM":
      return "任期届满，请在此前完成换届";
    case "PROBATION":
      return shows.names ? `${fact.detail}预备期满，请按时讨论转正` : "1 名预备党员预备期将满";
    case "SHIFT":
      return shows.names ? `${fact.detail}驻点` : "驻点服务";
    case "ACTIVITY":
      return fact.title;
    case "MEETING":
      return shows.names ? `${fact.title}：${fact.detail}` : fact.title;
  }
}

/** One branch in the list of a matter that is named above it. */
export function describeBranch(fact: AgendaFact, shows: { names: boolean }): string {
  const isNamed = fact.kind === "PROBATION" || fact.kind === "SHIFT";
  const says = fact.kind === "MEETING" || (isNamed && shows.names);
  return says ? `${fact.branch.name}：${describeFact(fact, shows)}` : fact.branch.name;
}

/** The same matter in several branches, or of several people, in one line. */
export function describeGroup(facts: AgendaFact[]): string {
  const [first] = facts;
  if (!first) return "";
  const done = facts.filter(({ isDone }) => isDone).length;
  switch (first.kind) {
    case "TASK":
      return `${first.title}到期，${done}/${facts.length} 个支部已完成`;
    case "SUMMARY":
      return `${first.title}截止，已报送 ${done}/${facts.length}`;
    case "DUTY":
      return `${facts.length} 个支部应开展${first.title}`;
    case "ELECTION":
      return `${facts.length} 个支部应开始筹备换届`;
    case "TERM":
      return `${facts.length} 个支部任期届满`;
    case "PROBATION":
      return `${facts.length} 名预备党员预备期将满`;
    case "SHIFT":
      return `${facts.length} 个驻点班次`;
    case "ACTIVITY":
      return `${first.title}，${facts.length} 个支部受邀`;
    case "MEETING":
      return `${facts.length} 场组织生活`;
  }
}

/** `还有 12 天`, `今天`, `已过 3 天`. */
export function writeDistance(day: Day, to: Day): string {
  const days = daysBetween(day, to);
  return days === 0 ? "今天" : days > 0 ? `还有 ${days} 天` : `已过 ${-days} 天`;
}

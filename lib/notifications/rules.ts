import { type Day, daysBetween } from "@/lib/calendar";
import { probationReminderDays } from "@/lib/rulebook/rules/members";
import { electionReminderFrom } from "@/lib/rulebook/rules/term";
import type { Todo, TodoKind } from "@/lib/todos/rules/todo";

/** How far ahead a reminder may look: as far as the setting for reminder days allows. */
export const reminderHorizonDays = 60;

/**
 * Whether a to-do is recalled on a day. Tasks and summaries: on the days before and after the deadline that the committee
 * has set (default 14, 7 and 1 before, 1 after). Probation: 60, 30, 14, 7 and 1 days before its end (发展党员工作细则).
 * Election: six months before the term ends (practice stated for the branch rules). Nothing else is recalled: it stands
 * among the to-dos.
 */
export function isRecalledOn({ kind, dueOn }: Pick<Todo, "kind" | "dueOn">, day: Day, reminderDays: number[]): boolean {
  if (dueOn === null) return false;
  const left = daysBetween(day, dueOn);
  switch (kind) {
    case "TASK":
    case "SUMMARY":
    case "SUMMARY_MISSING":
      return reminderDays.includes(left);
    case "PROBATION":
      return (probationReminderDays as readonly number[]).includes(left);
    case "TERM":
      return electionReminderFrom(dueOn) === day;
    default:
      return false;
  }
}

/** What a digest says of each kind, without a name: it also leaves the portal. */
const words: Partial<Record<TodoKind, (count: number) => string>> = {
  TASK: (count) => `计划任务 ${count} 项`,
  SUMMARY: (count) => `季度总结 ${count} 份`,
  SUMMARY_MISSING: () => "有党支部未报季度总结",
  PROBATION: (count) => `预备党员转正 ${count} 名`,
  TERM: (count) => `党支部换届 ${count} 个`,
};

/** One sentence for all that is recalled; null when nothing is: no day without something due brings a message. */
export function writeDigest(recalled: Todo[]): string | null {
  if (recalled.length === 0) return null;
  const parts = [...Map.groupBy(recalled, ({ kind }) => kind)].map(([kind, { length }]) => words[kind]?.(length) ?? "");
  const late = recalled.filter(({ isOverdue }) => isOverdue).length;
  return `到期提醒：${parts.join("、")}${late > 0 ? `，其中 ${late} 项已逾期` : ""}。请在“待办”中办理。`;
}

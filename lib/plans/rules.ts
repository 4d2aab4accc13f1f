import type { OrgLifeKind, TaskEvidence, TaskKind } from "@/generated/prisma/enums";
import { addDays, addMonths, type Day, formatDayInText, type Quarter, quarterDays } from "@/lib/calendar";
import { chineseNumeral } from "@/lib/documents/numerals";
import type { Block, OfficialDocument } from "@/lib/documents/official-document";
import type { Signature } from "@/lib/documents/signature";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { taskEvidenceLabels, taskKindLabels } from "@/lib/plans/labels";

/** How a task of a plan stands in one branch on a day. "Does not apply" is not "done". */
export type TaskState = "DONE" | "OPEN" | "LATE" | "WAIVED";

/**
 * The last day on which a quarter's summary is on time: that day of the month after the quarter (default the 10th,
 * domain section 5); the month's last day when it has no such day.
 */
export function summaryDueOn(quarter: Quarter, deadlineDay: number): Day {
  const first = addDays(quarterDays(quarter).to, 1);
  const last = quarterDays(quarter).to;
  const due = addDays(last, deadlineDay);
  return due.slice(0, 7) === first.slice(0, 7) ? due : lastDayOfMonth(first);
}

function lastDayOfMonth(day: Day): Day {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

type Task = { evidence: TaskEvidence; recordKinds: OrgLifeKind[] };

/**
 * Whether a record of organization life fulfils a task of its quarter's plan: one of its kinds is asked for, and it was
 * held in the quarter. A record after the task's due day still counts, as late.
 */
export function recordFits(task: Task, quarter: Quarter, record: { kinds: OrgLifeKind[]; heldOn: Day }): boolean {
  const { from, to } = quarterDays(quarter);
  return (
    task.evidence === "ORG_LIFE" &&
    record.heldOn >= from &&
    record.heldOn <= to &&
    record.kinds.some((kind) => task.recordKinds.includes(kind))
  );
}

/**
 * The state of a task on a day, from what is there for it. Completeness comes from evidence: a sentence of the summary
 * makes a task done only where the plan asks for a sentence; elsewhere it explains, and the task stays open.
 */
export function taskState(
  task: { dueOn: Day; evidence: TaskEvidence },
  found: { isWaived: boolean; hasEvidence: boolean; hasResult: boolean },
  day: Day,
): TaskState {
  if (found.hasEvidence || (found.hasResult && task.evidence === "REPORT")) return "DONE";
  if (found.isWaived) return "WAIVED";
  return day > task.dueOn ? "LATE" : "OPEN";
}

/** Whether a task that stays open has at least been explained in the summary. */
export function isExplained({ state, result }: { state: TaskState; result: string | null }): boolean {
  return (state === "OPEN" || state === "LATE") && result !== null && result !== "";
}

/** What a plan is called unless its author says otherwise. */
export function proposedTitle(quarter: Quarter): string {
  return `${quarter.year}年第${chineseNumeral(quarter.quarter)}季度党建工作计划`;
}

/**
 * The days on which a task of a quarter may be due: from the quarter's first day to the day until which its summary is
 * on time. A later task could not be reported.
 */
export function dueDays(quarter: Quarter, summaryDueOn: Day): { from: Day; to: Day } {
  return { from: quarterDays(quarter).from, to: summaryDueOn };
}

/**
 * The days that may be a quarter's summary deadline: in its last month or in the quarter after it. An earlier summary
 * would report what has not been done.
 */
export function summaryDueDays(quarter: Quarter): { from: Day; to: Day } {
  const { from, to } = quarterDays(quarter);
  return { from: addMonths(from, 2), to: lastDayOfMonth(addMonths(to, 3)) };
}

/**
 * A due day moved to the same place in another quarter: the same month of the quarter and the same day of it. A month's
 * last day stays a month's last day, a day that the month does not have becomes its last one, and nothing is due after
 * the summary (`latest`).
 */
export function movedDueOn(dueOn: Day, from: Quarter, to: Quarter, latest: Day): Day {
  const months = ((to.year - from.year) * 4 + to.quarter - from.quarter) * 3;
  const same = addMonths(dueOn, months);
  const moved = dueOn === lastDayOfMonth(dueOn) ? lastDayOfMonth(same) : same;
  return moved > latest ? latest : moved;
}

type Placed = { id: string; position: number };

/** The neighbour a task changes places with when it moves one up or down; null at the end of the list. */
export function neighbour<Task extends Placed>(tasks: Task[], taskId: string, direction: "up" | "down"): Task | null {
  const ordered = tasks.toSorted((a, b) => a.position - b.position);
  const index = ordered.findIndex(({ id }) => id === taskId);
  return index < 0 ? null : (ordered[direction === "up" ? index - 1 : index + 1] ?? null);
}

/** One line of an amendment as it is kept and shown: of which task or branch, what changed, from what to what. */
export type AmendedChange = { task: string; change: string; before: string | null; after: string | null };

type Amendable = { title: string; detail: string; dueOn: Day };

/** What an amendment changes of one task; nothing where the form says what already stands. */
export function taskChanges(before: Amendable, after: Amendable & { isWithdrawn: boolean }): AmendedChange[] {
  if (after.isWithdrawn) return [{ task: before.title, change: "取消任务", before: before.title, after: null }];
  const fields = [
    ["title", "任务名称"],
    ["detail", "任务要求"],
    ["dueOn", "完成期限"],
  ] as const;
  return fields
    .filter(([field]) => before[field] !== after[field])
    .map(([field, label]) => ({ task: before.title, change: label, before: before[field], after: after[field] }));
}

/** The tasks by kind in the order of the plan's text: what is learned, what is held, what matters most. */
export function tasksByKind<Task extends { kind: TaskKind }>(tasks: Task[]): { kind: TaskKind; tasks: Task[] }[] {
  const kinds: TaskKind[] = ["STUDY", "ACTIVITY", "PRIORITY"];
  return kinds
    .map((kind) => ({ kind, tasks: tasks.filter((task) => task.kind === kind) }))
    .filter((group) => group.tasks.length > 0);
}

/** What shows that a task is done, in words: `组织生活记录（党课、主题党日）`. */
export function evidenceText({ evidence, recordKinds }: Task): string {
  const kinds = recordKinds.map((kind) => orgLifeKindLabels[kind]).join("、");
  return kinds ? `${taskEvidenceLabels[evidence]}（${kinds}）` : taskEvidenceLabels[evidence];
}

type Written = { title: string; signature: Signature } & Parameters<typeof planText>[0];

/** The plan as an official document: its Word file and its print are the same. */
export function planPaper(plan: Written): OfficialDocument {
  return { title: plan.title, recipients: "各党支部", blocks: planText(plan), signature: plan.signature };
}

type WrittenTask = Task & { kind: TaskKind; title: string; detail: string; dueOn: Day; isMandatory: boolean };

/** The text of a plan as it goes on paper: the general part, the tasks by kind, and when the summary is due. */
export function planText(plan: { guidance: string; tasks: WrittenTask[]; summaryDueOn: Day }): Block[] {
  const heading = (level: 1 | 2, text: string): Block => ({ kind: "heading", level, text });
  const paragraph = (text: string): Block => ({ kind: "paragraph", text });
  return [
    ...(plan.guidance.trim() ? [heading(1, "总体要求"), paragraph(plan.guidance)] : []),
    ...tasksByKind(plan.tasks).flatMap(({ kind, tasks }) => [
      heading(1, taskKindLabels[kind]),
      ...tasks.flatMap((task) => [
        heading(2, task.title),
        ...(task.detail.trim() ? [paragraph(task.detail)] : []),
        paragraph(
          `${task.isMandatory ? "" : "选做。"}${formatDayInText(task.dueOn)}前完成。完成依据：${evidenceText(task)}。`,
        ),
      ]),
    ]),
    heading(1, "总结报送"),
    paragraph(`各党支部请于${formatDayInText(plan.summaryDueOn)}前报送本季度总结。`),
  ];
}

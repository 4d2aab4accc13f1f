import type { Figure, ListRow } from "@/lib/bulletins/schema/snapshot";
import { explainedLabel, taskStateLabels } from "@/lib/plans/labels";
import type { BranchProgress } from "@/lib/plans/queries/plan-progress";
import type { TaskEvidenceFound } from "@/lib/plans/queries/task-progress";
import { isExplained } from "@/lib/plans/rules";
import { tallyTask } from "@/lib/plans/rules/progress";

type Task = { title: string; dueOn: string };

/** Completion of each task among the branches it applies to, in the order of the plan, each with its own list. */
export function taskFigures(tasks: Task[], branches: BranchProgress[]): { figure: Figure; rows: ListRow[] }[] {
  return tasks.map((task, index) => {
    const key = `task-${index + 1}`;
    const rows = branches.flatMap(({ name, cells }) => {
      const cell = cells[index];
      return cell ? [rowOf(name, cell, task, key)] : [];
    });
    const tally = tallyTask(branches.flatMap(({ cells }) => cells[index]?.state ?? []));
    const counted = { count: tally.DONE, base: tally.due, baseLabel: "适用支部", unit: "个" };
    return { figure: { key, group: "tasks", label: task.title, ...counted, list: key }, rows };
  });
}

function rowOf(name: string, cell: TaskEvidenceFound, task: Task, key: string): ListRow {
  return {
    name,
    state: taskStateLabels[cell.state],
    note: noteOf(cell, task),
    counts: cell.state === "DONE" ? [key] : [],
    isOutside: cell.state === "WAIVED",
  };
}

function noteOf(cell: TaskEvidenceFound, { dueOn }: Task): string {
  switch (cell.state) {
    case "DONE":
      return evidenceOf(cell).join("、") || "已在总结中说明";
    case "WAIVED":
      return cell.waiver ?? "";
    case "OPEN":
    case "LATE":
      return `完成期限 ${dueOn}${isExplained(cell) ? `，${explainedLabel}` : ""}`;
  }
}

function evidenceOf({ records, activities }: TaskEvidenceFound): string[] {
  return [
    ...records.map(({ heldOn, topic }) => `${heldOn}《${topic}》`),
    ...activities.map(({ startsOn, title }) => `${startsOn}“${title}”`),
  ];
}

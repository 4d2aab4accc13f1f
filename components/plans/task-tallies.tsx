import { type TableCell, TableRows } from "@/components/ui/table-rows";
import { taskKindLabels, taskStateLabels } from "@/lib/plans/labels";
import type { PlanProgress } from "@/lib/plans/queries/plan-progress";
import type { TaskState } from "@/lib/plans/rules";
import { tallyTask } from "@/lib/plans/rules/progress";

const states: TaskState[] = ["DONE", "OPEN", "LATE", "WAIVED"];

/** Task by task how many branches are where; each number opens them below. */
export function TaskTallies({ progress }: { progress: PlanProgress }) {
  const number = { look: "number" as const };
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">任务</th>
          <th scope="col">类型</th>
          <th scope="col">完成期限</th>
          <th scope="col" className="number">
            应完成
          </th>
          {states.map((state) => (
            <th key={state} scope="col" className="number">
              {taskStateLabels[state]}
            </th>
          ))}
        </tr>
      </thead>
      <TableRows
        columns={[
          { isHeader: true },
          { label: "类型", look: "nowrap" },
          { label: "完成期限", look: "nowrap" },
          { label: "应完成", ...number },
          ...states.map((state) => ({ label: taskStateLabels[state], ...number })),
        ]}
        rows={progress.tasks.map((task, index) => cellsOf(progress, task, index))}
      />
    </table>
  );
}

function cellsOf({ id, branches }: PlanProgress, task: PlanProgress["tasks"][number], index: number): TableCell[] {
  const tally = tallyTask(branches.flatMap(({ cells }) => cells[index]?.state ?? []));
  const to = (state: TaskState) => `/plans/${id}/progress?task=${task.id}&state=${state}#branches`;
  return [
    { text: `${index + 1}. ${task.title}`, note: task.isMandatory ? null : "（选做）" },
    taskKindLabels[task.kind],
    task.dueOn,
    tally.due,
    ...states.map((state) => (tally[state] > 0 ? { text: tally[state], href: to(state) } : 0)),
  ];
}

import type { Day } from "@/lib/calendar";
import { taskKindLabels } from "@/lib/plans/labels";
import type { PlanTask } from "@/lib/plans/queries/find-plan";
import { evidenceText } from "@/lib/plans/rules";

/** A task as everybody reads it: what it is, what is asked, until when, and what shows it. */
export function TaskWords({ task, number }: { task: PlanTask; number: number }) {
  return (
    <div className="min-w-0">
      <p className="font-medium">
        {number}. {task.title}
        {task.addedIn !== null && <span className="muted ml-2 text-xs">第 {task.addedIn} 号修订新增</span>}
      </p>
      {task.detail && <p className="whitespace-pre-line break-words">{task.detail}</p>}
      <p className="muted text-xs">
        {taskKindLabels[task.kind]} · {task.isMandatory ? "必做" : "选做"} · <Due day={task.dueOn} />
        前完成 · 依据：{evidenceText(task)}
      </p>
    </div>
  );
}

function Due({ day }: { day: Day }) {
  return <time dateTime={day}>{day}</time>;
}

import { randomUUID } from "node:crypto";
import { TaskFields } from "@/components/plans/drafting/task-fields";
import { TaskWords } from "@/components/plans/task-words";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { quarterDays } from "@/lib/calendar";
import { addPlanTaskAction, movePlanTaskAction, removePlanTaskAction } from "@/lib/plans/actions";
import type { Plan, PlanTask } from "@/lib/plans/queries/find-plan";
import { dueDays } from "@/lib/plans/rules";

/** The tasks of a draft, each with what can be done with it, and the form for the next one below them. */
export function DraftTasks({ plan }: { plan: Plan }) {
  return (
    <>
      <Panel title={`任务 ${plan.tasks.length} 项`} id="tasks">
        {plan.tasks.length === 0 ? (
          <p className="muted">还没有任务。在下面添加第一项；也可以删除草稿，从以前的计划复制。</p>
        ) : (
          <ol>
            {plan.tasks.map((task, index) => (
              <li
                key={task.id}
                id={`task-${task.id}`}
                className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-b border-line py-3 first:pt-0 last:border-0"
              >
                <div className="min-w-0 flex-1 basis-72">
                  <TaskWords task={task} number={index + 1} />
                </div>
                <TaskActs task={task} planId={plan.id} isFirst={index === 0} isLast={index === plan.tasks.length - 1} />
              </li>
            ))}
          </ol>
        )}
      </Panel>
      <AddTask plan={plan} />
    </>
  );
}

function TaskActs(props: { task: PlanTask; planId: string; isFirst: boolean; isLast: boolean }) {
  const { task } = props;
  return (
    <div className="no-print flex flex-wrap items-start gap-2">
      {!props.isFirst && <Move task={task} direction="up" label="上移" />}
      {!props.isLast && <Move task={task} direction="down" label="下移" />}
      <a className="button" href={`/plans/${props.planId}/tasks/${task.id}/edit`}>
        修改<span className="sr-only">“{task.title}”</span>
      </a>
      <ActionForm
        action={removePlanTaskAction}
        requestKey={randomUUID()}
        submitLabel="删除"
        isDanger
        className="contents"
      >
        <input type="hidden" name="taskId" value={task.id} />
      </ActionForm>
    </div>
  );
}

function Move(props: { task: PlanTask; direction: "up" | "down"; label: string }) {
  return (
    <ActionForm
      action={movePlanTaskAction}
      requestKey={randomUUID()}
      submitLabel={props.label}
      isQuiet
      className="contents"
    >
      <input type="hidden" name="taskId" value={props.task.id} />
      <input type="hidden" name="direction" value={props.direction} />
    </ActionForm>
  );
}

/** Each task is a new version of the draft: the form comes back empty, ready for the next one. */
function AddTask({ plan }: { plan: Plan }) {
  const last = plan.tasks.at(-1);
  return (
    <Panel title="添加任务" id="add-task">
      <ActionForm key={plan.version} action={addPlanTaskAction} requestKey={randomUUID()} submitLabel="添加任务">
        <input type="hidden" name="planId" value={plan.id} />
        <TaskFields
          task={{ kind: last?.kind ?? "STUDY", dueOn: quarterDays(plan.quarter).to }}
          days={dueDays(plan.quarter, plan.summaryDueOn)}
        />
      </ActionForm>
    </Panel>
  );
}

import { randomUUID } from "node:crypto";
import { taskStateTones } from "@/components/plans/state-tones";
import { TaskWords } from "@/components/plans/task-words";
import { Badge } from "@/components/ui/badge";
import { TextArea } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { formatInstant } from "@/lib/calendar";
import { takeOverPlanAction, unwaiveTaskAction, waiveTaskAction } from "@/lib/plans/actions";
import { explainedLabel, taskStateLabels } from "@/lib/plans/labels";
import type { Checklist, ChecklistTask } from "@/lib/plans/queries/find-checklists";
import { isExplained } from "@/lib/plans/rules";

/** The plan as one branch meets it: take it over, then each task with its due day, its state and the next step. */
export function BranchChecklist(props: { planId: string; list: Checklist; title: string }) {
  const { list } = props;
  const done = list.tasks.filter(({ state }) => state === "DONE" || state === "WAIVED").length;
  return (
    <Panel
      title={props.title}
      id={list.branchId ? `branch-${list.branchId}` : undefined}
      more={<span className="muted">{`${done} / ${list.tasks.length} 项已落实`}</span>}
    >
      <TakeOver planId={props.planId} list={list} />
      <ol>
        {list.tasks.map((task, index) => (
          <li key={task.id} className="border-b border-line py-3 last:border-0">
            <div className="flex items-start justify-between gap-3">
              <TaskWords task={task} number={index + 1} />
              <Badge tone={taskStateTones[task.state]}>{taskStateLabels[task.state]}</Badge>
            </div>
            <Found task={task} />
            <NextStep task={task} branchId={list.branchId} />
          </li>
        ))}
      </ol>
      {list.branchId && (
        <p className="no-print pt-3">
          <a className="button" href={`/summaries/${props.planId}/${list.branchId}`}>
            本季度总结
          </a>
        </p>
      )}
    </Panel>
  );
}

function TakeOver({ planId, list }: { planId: string; list: Checklist }) {
  if (list.can.takeOver) {
    return (
      <div className="mb-2 border-b border-line pb-4">
        <p className="mb-2">请阅读计划后接收，党委即知道本支部已收到。</p>
        <ActionForm action={takeOverPlanAction} requestKey={randomUUID()} submitLabel="接收计划" className="contents">
          <input type="hidden" name="planId" value={planId} />
          <input type="hidden" name="branchId" value={list.branchId} />
        </ActionForm>
      </div>
    );
  }
  if (!list.takenOverAt) return null;
  return (
    <p className="muted mb-1">
      {list.takenOverByName} 于 {formatInstant(list.takenOverAt)} 接收
    </p>
  );
}

/** What is there for the task: records, what the summary says, or why it does not apply. */
function Found({ task }: { task: ChecklistTask }) {
  return (
    <>
      {task.records.length + task.activities.length > 0 && (
        <ul className="mt-1">
          {task.records.map(({ id, heldOn, topic }) => (
            <li key={id} className="break-words">
              <span className="muted">{heldOn}</span> <a href={`/org-life/${id}`}>{topic}</a>
            </li>
          ))}
          {task.activities.map(({ id, startsOn, title }) => (
            <li key={id} className="break-words">
              <span className="muted">{startsOn}</span> <a href={`/activities/${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      )}
      {task.result && (
        <p className="mt-1 break-words">
          {isExplained(task) ? explainedLabel : "总结中说明"}：{task.result}
        </p>
      )}
      {task.waiver && <p className="mt-1 break-words">不适用的原因：{task.waiver}</p>}
    </>
  );
}

function NextStep({ task, branchId }: { task: ChecklistTask; branchId: string }) {
  const ids = (
    <>
      <input type="hidden" name="taskId" value={task.id} />
      <input type="hidden" name="branchId" value={branchId} />
    </>
  );
  if (!task.can.record && !task.can.plan && !task.can.waive && !task.can.unwaive) return null;
  return (
    <div className="no-print mt-2 flex flex-wrap items-start gap-x-3 gap-y-2">
      {task.can.record && (
        <a className="button" href={`/org-life/new?branch=${branchId}&task=${task.id}`}>
          记一次组织生活
        </a>
      )}
      {task.can.plan && (
        <a className="button" href={`/activities/new?branch=${branchId}&task=${task.id}`}>
          筹备活动
        </a>
      )}
      {task.can.unwaive && (
        <ActionForm
          action={unwaiveTaskAction}
          requestKey={randomUUID()}
          submitLabel="撤回“不适用”"
          isQuiet
          className="contents"
        >
          {ids}
        </ActionForm>
      )}
      {task.can.waive && (
        <details className="min-w-0 flex-1 basis-60">
          <summary className="flex min-h-9 cursor-pointer items-center text-info">本支部不适用</summary>
          <div className="mt-2 max-w-xl">
            <ActionForm action={waiveTaskAction} requestKey={randomUUID()} submitLabel="标为不适用" isQuiet>
              {ids}
              <TextArea name="reason" label="不适用的原因" isRequired rows={2} />
            </ActionForm>
          </div>
        </details>
      )}
    </div>
  );
}

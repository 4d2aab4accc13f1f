import { taskStateTones } from "@/components/plans/state-tones";
import { EmptyState } from "@/components/shell/empty-state";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { type Quarter, writeQuarterInText } from "@/lib/calendar";
import type { BranchPlan } from "@/lib/desks/queries/secretary-quarter";
import { explainedLabel, taskStateLabels } from "@/lib/plans/labels";

/** The quarter's plan as a checklist: what, until when, done or not, and the way to record it. */
export function BranchPlanPanel({ quarter, plan }: { quarter: Quarter; plan: BranchPlan | undefined }) {
  const title = `${writeQuarterInText(quarter)}计划`;
  if (!plan) {
    return (
      <Panel title={title}>
        <EmptyState title="这个季度没有发给本支部的计划">党委发布后会出现在这里。</EmptyState>
      </Panel>
    );
  }
  const done = plan.tasks.filter(({ state }) => state === "DONE" || state === "WAIVED").length;
  const address = `/plans/${plan.id}#branch-${plan.branchId}`;
  return (
    <Panel
      title={title}
      more={
        <a href={address}>
          查看计划（{done} / {plan.tasks.length} 项已落实）
        </a>
      }
    >
      {plan.mayTakeOver && (
        <p className="mb-2">
          计划还没有接收。<a href={address}>阅读并接收</a>
        </p>
      )}
      <ol>
        {plan.tasks.map((task) => (
          <Task key={task.id} task={task} branchId={plan.branchId} />
        ))}
      </ol>
    </Panel>
  );
}

function Task({ task, branchId }: { task: BranchPlan["tasks"][number]; branchId: string }) {
  return (
    <li className="flex items-start justify-between gap-3 border-b border-line py-2 last:border-0">
      <div className="min-w-0">
        <p className="break-words">{task.title}</p>
        <p className="muted text-xs">
          {task.dueOn} 前{!task.isMandatory && "，选做"}
          {task.isExplained && `，${explainedLabel}`}
          {task.can.plan && (
            <a className="ml-3" href={`/activities/new?branch=${branchId}&task=${task.id}`}>
              筹备活动<span className="sr-only">“{task.title}”</span>
            </a>
          )}
          {task.can.record && (
            <a className="ml-3" href={`/org-life/new?branch=${branchId}&task=${task.id}`}>
              记录<span className="sr-only">“{task.title}”的组织生活</span>
            </a>
          )}
        </p>
      </div>
      <Badge tone={taskStateTones[task.state]}>{taskStateLabels[task.state]}</Badge>
    </li>
  );
}

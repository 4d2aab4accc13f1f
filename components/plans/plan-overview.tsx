import { Panel } from "@/components/ui/panel";
import { type TableCell, TableRows } from "@/components/ui/table-rows";
import { formatInstant } from "@/lib/calendar";
import { taskKindLabels } from "@/lib/plans/labels";
import type { PlanOverview } from "@/lib/plans/queries/find-overview";
import type { Plan } from "@/lib/plans/queries/find-plan";
import { evidenceText } from "@/lib/plans/rules";
import { summaryStatusLabels } from "@/lib/summaries/labels";

/** The tasks of a published plan for the staff: each opens the list of branches behind its figures. */
export function TaskOverviewPanel({ plan, overview }: { plan: Plan; overview: PlanOverview }) {
  return (
    <Panel
      title={`任务 ${plan.tasks.length} 项`}
      id="tasks"
      more={<a href={`/plans/${plan.id}/progress`}>任务与支部对照表</a>}
    >
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">任务</th>
            <th scope="col">类型</th>
            <th scope="col">完成期限</th>
            <th scope="col">完成依据</th>
            <th scope="col" className="number">
              已完成支部
            </th>
            <th scope="col" className="number">
              已逾期
            </th>
            <th scope="col" className="number">
              不适用
            </th>
          </tr>
        </thead>
        <TableRows
          columns={[
            {},
            { label: "类型", look: "nowrap" },
            { label: "完成期限", look: "nowrap" },
            { label: "完成依据" },
            { label: "已完成支部", look: "number" },
            { label: "已逾期", look: "number" },
            { label: "不适用", look: "number" },
          ]}
          rows={overview.tasks.map((task) => taskCells(plan, task, overview.branches.length))}
        />
      </table>
      {plan.withdrawnTasks.length > 0 && (
        <details className="mt-3">
          <summary className="muted cursor-pointer">已取消的任务 {plan.withdrawnTasks.length} 项</summary>
          <ul className="list-disc pl-5">
            {plan.withdrawnTasks.map(({ id, title, withdrawnIn }) => (
              <li key={id}>
                {title} <span className="muted">第 {withdrawnIn} 号修订取消</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function taskCells(plan: Plan, task: PlanOverview["tasks"][number], branchCount: number): TableCell[] {
  const note = task.isMandatory ? null : "（选做）";
  return [
    { text: task.title, href: `/plans/${plan.id}/tasks/${task.id}`, note },
    taskKindLabels[task.kind],
    task.dueOn,
    evidenceText(task),
    `${task.doneCount} / ${branchCount}`,
    task.lateCount,
    task.waivedCount,
  ];
}

/** The branches expected to report: who took the plan over, how many tasks are done, how the summary stands. */
export function ExpectedPanel({ plan, overview }: { plan: Plan; overview: PlanOverview }) {
  const takenOver = overview.branches.filter(({ takenOverAt }) => takenOverAt !== null).length;
  return (
    <Panel title={`应报支部 ${overview.branches.length} 个，已接收 ${takenOver} 个`} id="expected">
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">党支部</th>
            <th scope="col">接收</th>
            <th scope="col" className="number">
              已完成任务
            </th>
            <th scope="col" className="number">
              已逾期
            </th>
            <th scope="col">季度总结</th>
          </tr>
        </thead>
        <TableRows
          columns={[
            {},
            { label: "接收" },
            { label: "已完成任务", look: "number" },
            { label: "已逾期", look: "number" },
            { label: "季度总结", look: "nowrap" },
          ]}
          rows={overview.branches.map((branch) => branchCells(plan, branch))}
        />
      </table>
    </Panel>
  );
}

function branchCells(plan: Plan, branch: PlanOverview["branches"][number]): TableCell[] {
  const { takenOverAt, takenOverByName, waivedCount, summaryStatus } = branch;
  const applying = plan.tasks.length - waivedCount;
  return [
    { text: branch.branchName, href: `/branches/${branch.branchId}`, note: branch.isDissolved ? "（已撤销）" : null },
    takenOverAt
      ? { text: formatInstant(takenOverAt), note: ` ${takenOverByName ?? ""}` }
      : { text: null, badge: { tone: "attention", text: "未接收" } },
    `${branch.doneCount} / ${applying}`,
    branch.lateCount,
    summaryStatus
      ? { text: summaryStatusLabels[summaryStatus], href: `/summaries/${plan.id}/${branch.branchId}` }
      : summaryStatusLabels.DRAFT,
  ];
}

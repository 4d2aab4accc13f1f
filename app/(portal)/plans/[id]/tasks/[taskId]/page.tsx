import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TaskBranchTable } from "@/components/plans/task-branch-table";
import { TaskWords } from "@/components/plans/task-words";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/session";
import { listTaskRows } from "@/lib/plans/queries/find-overview";
import { findPlan } from "@/lib/plans/queries/find-plan";

export const metadata: Metadata = { title: "任务完成情况" };

export default async function PlanTaskPage(props: { params: Promise<{ id: string; taskId: string }> }) {
  const actor = await requireActor();
  const { id, taskId } = await props.params;
  const plan = await findPlan(actor, id);
  const index = plan?.tasks.findIndex((each) => each.id === taskId) ?? -1;
  const task = plan?.tasks[index];
  if (!plan?.can.oversee || !task) notFound();
  const rows = await listTaskRows(actor, plan.id, task.id);
  const done = rows.filter(({ state }) => state === "DONE").length;
  return (
    <>
      <PageHeader
        title={task.title}
        trail={[
          { href: "/plans", label: "季度计划" },
          { href: `/plans/${plan.id}`, label: plan.title },
        ]}
      />
      <div className="grid gap-4">
        <div className="panel">
          <TaskWords task={task} number={index + 1} />
        </div>
        <Panel title={`应报支部 ${rows.length} 个，已完成 ${done} 个`}>
          {rows.length === 0 ? <EmptyState title="没有应报支部" /> : <TaskBranchTable rows={rows} />}
        </Panel>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProgressFigures } from "@/components/plans/progress-figures";
import { ProgressTable } from "@/components/plans/progress-table";
import { TaskTallies } from "@/components/plans/task-tallies";
import { EmptyState } from "@/components/shell/empty-state";
import { listHref } from "@/components/shell/list-address";
import { PageHeader } from "@/components/shell/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";
import { describeProgressList } from "@/lib/plans/labels";
import { branchesShown, findPlanProgress } from "@/lib/plans/queries/plan-progress";
import { progressList } from "@/lib/plans/schema/progress";

export const metadata: Metadata = { title: "计划进度" };

export default async function PlanProgressPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string>>;
}) {
  const actor = await requireActor();
  const progress = (await findPlanProgress(actor, (await props.params).id)) ?? notFound();
  const params = await props.searchParams;
  const list = progressList.parse(params);
  const path = `/plans/${progress.id}`;
  const branches = branchesShown(progress, list);
  return (
    <>
      <PageHeader
        title="计划进度"
        trail={[
          { href: "/plans", label: "季度计划" },
          { href: path, label: progress.title },
        ]}
        note={`截至 ${formatDayInText(actor.day)}；总结报送截止 ${formatDayInText(progress.summaryDueOn)}`}
        actions={
          <a className="button" href={listHref(`/api${path}/progress`, params, {})} download>
            导出 Excel
          </a>
        }
      />
      <ProgressFigures progress={progress} shown={list.show} />
      <div className="grid gap-4">
        <Panel title="任务完成情况">
          <TaskTallies progress={progress} />
        </Panel>
        <Panel
          title={describeProgressList(list, progress.tasks, branches.length)}
          id="branches"
          more={(list.show || list.task) && <a href={`${path}/progress#branches`}>显示全部支部</a>}
        >
          {branches.length === 0 ? (
            <EmptyState title="没有这样的支部">
              <a href={`${path}/progress#branches`}>显示全部支部</a>
            </EmptyState>
          ) : (
            <ProgressTable progress={progress} branches={branches} />
          )}
        </Panel>
      </div>
    </>
  );
}

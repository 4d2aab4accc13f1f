import { EmptyState } from "@/components/shell/empty-state";
import { Panel } from "@/components/ui/panel";
import { type Quarter, writeQuarter, writeQuarterInText } from "@/lib/calendar";
import type { QuarterStanding } from "@/lib/desks/queries/quarter-standing";
import { reportFigureLabels } from "@/lib/plans/labels";
import type { ReportFigure } from "@/lib/plans/rules/progress";

/** The four that say where the quarter stands; the plan's progress page has the others. */
const figures = ["expected", "received", "onTime", "accepted"] as const satisfies ReportFigure[];

const boardOf = (planId: string) => `/plans/${planId}/progress`;
const listOf = (planId: string, figure: ReportFigure) => `${boardOf(planId)}?show=${figure}#branches`;

/** Where the quarter stands: one plan in full, several committees' plans in a table. */
export function QuarterPanel({ quarter, plans }: { quarter: Quarter; plans: QuarterStanding[] }) {
  const [only, ...others] = plans;
  const title = `${writeQuarterInText(quarter)}进展`;
  if (!only) {
    return (
      <Panel title={title}>
        <EmptyState title="这个季度没有已发布的计划">
          <a href="/plans">季度计划</a>
        </EmptyState>
      </Panel>
    );
  }
  if (others.length > 0) {
    return (
      <Panel title={title} more={<a href={`/summaries?q=${writeQuarter(quarter)}`}>各支部总结</a>}>
        <PlanTable plans={plans} />
      </Panel>
    );
  }
  return (
    <Panel title={title} more={<a href={`${boardOf(only.id)}#branches`}>任务与支部对照表</a>}>
      <Figures plan={only} />
      <Tasks plan={only} />
    </Panel>
  );
}

function Figures({ plan }: { plan: QuarterStanding }) {
  return (
    <>
      <dl className="grid grid-cols-4 gap-3">
        {figures.map((figure) => (
          <div key={figure}>
            <dt className="muted">{reportFigureLabels[figure]}</dt>
            <dd>
              <a href={listOf(plan.id, figure)} className="block text-2xl leading-tight font-semibold text-ink">
                {plan.reports[figure]}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted mt-2 text-xs">季度总结，{plan.summaryDueOn} 截止，单位：支部</p>
    </>
  );
}

function Tasks({ plan }: { plan: QuarterStanding }) {
  if (plan.tasks.length === 0) return null;
  return (
    <table className="table mt-3">
      <thead>
        <tr>
          <th scope="col">计划任务</th>
          <th scope="col">期限</th>
          <th scope="col" className="number">
            已完成支部
          </th>
        </tr>
      </thead>
      <tbody>
        {plan.tasks.map((task) => (
          <tr key={task.id}>
            <td className="break-words">{task.title}</td>
            <td className="whitespace-nowrap">{task.dueOn.slice(5)}</td>
            <td className="number whitespace-nowrap">
              <a href={`${boardOf(plan.id)}?task=${task.id}&state=DONE#branches`}>
                {task.DONE} / {task.due}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlanTable({ plans }: { plans: QuarterStanding[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">党委</th>
          {figures.map((figure) => (
            <th key={figure} scope="col" className="number">
              {reportFigureLabels[figure]}
            </th>
          ))}
          <th scope="col" className="number">
            任务完成
          </th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.id}>
            <td>
              <a href={boardOf(plan.id)}>{plan.committeeName}</a>
            </td>
            {figures.map((figure) => (
              <td key={figure} className="number" data-label={reportFigureLabels[figure]}>
                <a href={listOf(plan.id, figure)}>{plan.reports[figure]}</a>
              </td>
            ))}
            <td className="number" data-label="任务完成">
              {sum(plan.tasks.map(({ DONE }) => DONE))} / {sum(plan.tasks.map(({ due }) => due))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

import { CoverageBreakdown } from "@/components/coverage/breakdown";
import { parkRows } from "@/components/coverage/breakdown-rows";
import { NextSteps } from "@/components/coverage/next-steps";
import { CoverageRates } from "@/components/coverage/rates";
import { CoverageTrend } from "@/components/coverage/trend";
import { EmptyState } from "@/components/shell/empty-state";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/auth/actor";
import { baseLabels } from "@/lib/coverage/labels";
import { completeQuestion } from "@/lib/coverage/queries/complete-question";
import { readCoverageBoard } from "@/lib/coverage/queries/read-coverage-board";
import { instructorLoads, staffTasks } from "@/lib/desks/queries/staff-desk";

/** What to do today, how far the committee reaches, who looks after what. */
export async function StaffDesk({ actor }: { actor: Actor }) {
  const asked = await completeQuestion(actor, {});
  const [tasks, board, loads] = await Promise.all([
    staffTasks(actor),
    readCoverageBoard(actor, asked),
    instructorLoads(actor),
  ]);
  const { summary } = board;
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <Tasks tasks={tasks} />
      <NextSteps figures={summary.total} joinable={summary.joinable} params={{}} />
      <Panel title="覆盖率" more={<a href="/coverage">查看全部</a>}>
        <CoverageRates figures={summary.total} baseLabel={baseLabels[asked.base]} params={{}} />
      </Panel>
      <Panel title="近八个季度">
        <CoverageTrend points={board.trend} />
      </Panel>
      <Panel title="按园区">
        <CoverageBreakdown title="园区" rows={parkRows(summary)} params={{}} />
      </Panel>
      <Loads loads={loads} />
    </div>
  );
}

function Tasks({ tasks }: { tasks: Awaited<ReturnType<typeof staffTasks>> }) {
  const items = [
    { count: tasks.importsToConfirm, words: "个导入待确认", href: "/imports" },
    { count: tasks.termsOverdue, words: "个支部任期已过期，应尽快换届", href: "/branches?term=overdue" },
    { count: tasks.termsEnding, words: "个支部六个月内任期届满", href: "/branches?term=due-soon" },
    { count: tasks.plansOverdue, words: "家企业的计划建支日期已过，仍未覆盖", href: "/enterprises?overdue=1" },
    { count: tasks.pointsWithoutInstructor, words: "个服务点没有党建指导员", href: "/service-points" },
  ].filter(({ count }) => count > 0);
  return (
    <Panel title="待办">
      {items.length === 0 ? (
        <EmptyState title="今天没有待办" />
      ) : (
        <ul className="grid gap-2">
          {items.map(({ count, words, href }) => (
            <li key={href}>
              <a href={href}>
                {count} {words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Loads({ loads }: { loads: Awaited<ReturnType<typeof instructorLoads>> }) {
  return (
    <Panel title="党建指导员联系情况" more={<a href="/instructors">全部党建指导员</a>}>
      {loads.length === 0 ? (
        <EmptyState title="还没有登记党建指导员">
          <a href="/instructors/new">登记党建指导员</a>
        </EmptyState>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col" className="number">
                企业
              </th>
              <th scope="col" className="number">
                党支部
              </th>
              <th scope="col" className="number">
                服务点
              </th>
            </tr>
          </thead>
          <tbody>
            {loads.map((load) => (
              <tr key={load.id}>
                <td>
                  <a href={`/instructors/${load.id}`}>{load.name}</a>
                </td>
                <td className="number">{load.enterpriseCount}</td>
                <td className="number">{load.branchCount}</td>
                <td className="number">{load.servicePointCount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

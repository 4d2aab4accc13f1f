import { CoverageBreakdown } from "@/components/coverage/breakdown";
import { parkRows } from "@/components/coverage/breakdown-rows";
import { NextSteps } from "@/components/coverage/next-steps";
import { CoverageRates } from "@/components/coverage/rates";
import { CoverageTrend } from "@/components/coverage/trend";
import { QuarterPanel } from "@/components/desks/quarter-panel";
import { EmptyState } from "@/components/shell/empty-state";
import { TodoPanel } from "@/components/todos/todo-panel";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/auth/actor";
import type { Quarter } from "@/lib/calendar";
import { baseLabels } from "@/lib/coverage/labels";
import { completeQuestion } from "@/lib/coverage/queries/complete-question";
import { readCoverageBoard } from "@/lib/coverage/queries/read-coverage-board";
import { quarterStanding } from "@/lib/desks/queries/quarter-standing";
import { instructorLoads } from "@/lib/desks/queries/staff-desk";
import { todosOf } from "@/lib/todos/queries/todos-of";

/** What to do today, where the quarter stands, how far the committee reaches, who looks after what. */
export async function StaffDesk({ actor, quarter }: { actor: Actor; quarter: Quarter }) {
  const asked = await completeQuestion(actor, {});
  const [todos, plans, board, loads] = await Promise.all([
    todosOf(actor),
    quarterStanding(actor, quarter),
    readCoverageBoard(actor, asked),
    instructorLoads(actor),
  ]);
  const { summary } = board;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <div className="grid gap-4">
        <TodoPanel todos={todos} day={actor.day} />
        <QuarterPanel quarter={quarter} plans={plans} />
        <Panel title="覆盖率" more={<a href="/coverage">查看全部</a>}>
          <CoverageRates figures={summary.total} baseLabel={baseLabels[asked.base]} params={{}} />
        </Panel>
        <NextSteps figures={summary.total} joinable={summary.joinable} params={{}} />
      </div>
      <div className="grid gap-4">
        <Panel title="近八个季度">
          <CoverageTrend points={board.trend} />
        </Panel>
        <Panel title="按园区">
          <CoverageBreakdown title="园区" rows={parkRows(summary)} params={{}} />
        </Panel>
        <Loads loads={loads} />
      </div>
    </div>
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

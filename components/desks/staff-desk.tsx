import { CoverageBreakdown } from "@/components/coverage/breakdown";
import { parkRows } from "@/components/coverage/breakdown-rows";
import { NextSteps } from "@/components/coverage/next-steps";
import { CoverageRates } from "@/components/coverage/rates";
import { CoverageTrend } from "@/components/coverage/trend";
import { DutyPanel, FieldFigures, InstructorPanel } from "@/components/desks/field-panels";
import { QuarterPanel } from "@/components/desks/quarter-panel";
import { TodoPanel } from "@/components/todos/todo-panel";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/auth/actor";
import type { Quarter } from "@/lib/calendar";
import { baseLabels } from "@/lib/coverage/labels";
import { completeQuestion } from "@/lib/coverage/queries/complete-question";
import { readCoverageBoard } from "@/lib/coverage/queries/read-coverage-board";
import { fieldStanding } from "@/lib/desks/queries/field-standing";
import { quarterStanding } from "@/lib/desks/queries/quarter-standing";
import { todosOf } from "@/lib/todos/queries/todos-of";

/** What to do today, where the quarter stands, how far the committee reaches, whether the field is alive. */
export async function StaffDesk({ actor, quarter }: { actor: Actor; quarter: Quarter }) {
  const asked = await completeQuestion(actor, {});
  const [todos, plans, board, field] = await Promise.all([
    todosOf(actor),
    quarterStanding(actor, quarter),
    readCoverageBoard(actor, asked),
    fieldStanding(actor, quarter),
  ]);
  const { summary } = board;
  return (
    <>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="grid gap-4">
          <TodoPanel todos={todos} day={actor.day} />
          <QuarterPanel quarter={quarter} plans={plans} />
        </div>
        <div className="grid gap-4">
          <Panel title="覆盖率" more={<a href="/coverage">查看全部</a>}>
            <CoverageRates figures={summary.total} baseLabel={baseLabels[asked.base]} params={{}} />
          </Panel>
          <NextSteps figures={summary.total} joinable={summary.joinable} params={{}} />
          <Panel title="近八个季度">
            <CoverageTrend points={board.trend} />
          </Panel>
          <Panel title="按园区" more={<a href="/parks/map">位置图</a>}>
            <CoverageBreakdown title="园区" rows={parkRows(summary)} params={{}} />
          </Panel>
        </div>
      </div>
      <div className="mt-4 grid gap-4">
        <FieldFigures field={field} quarter={quarter} />
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <DutyPanel field={field} quarter={quarter} />
          <InstructorPanel field={field} />
        </div>
      </div>
    </>
  );
}

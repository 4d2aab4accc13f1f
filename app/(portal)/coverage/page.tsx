import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CoverageBreakdown } from "@/components/coverage/breakdown";
import { categoryRows, parkRows, scaleRows } from "@/components/coverage/breakdown-rows";
import { NextSteps } from "@/components/coverage/next-steps";
import { QuestionBar } from "@/components/coverage/question-bar";
import { CoverageRates } from "@/components/coverage/rates";
import { CoverageTrend } from "@/components/coverage/trend";
import { listHref } from "@/components/shell/list-address";
import { PageHeader } from "@/components/shell/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";
import { committeeChoices } from "@/lib/committees/queries";
import { baseLabels } from "@/lib/coverage/labels";
import { canSeeCoverage } from "@/lib/coverage/policy";
import { completeQuestion } from "@/lib/coverage/queries/complete-question";
import { readCoverageBoard } from "@/lib/coverage/queries/read-coverage-board";
import { coverageQuestion } from "@/lib/coverage/schema";

export const metadata: Metadata = { title: "组织覆盖" };

export default async function CoveragePage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canSeeCoverage(actor)) notFound();
  const params = await props.searchParams;
  const asked = await completeQuestion(actor, coverageQuestion.parse(params));
  const [board, committees] = await Promise.all([readCoverageBoard(actor, asked), committeeChoices(actor)]);
  const { summary } = board;
  return (
    <>
      <PageHeader
        title="组织覆盖"
        note={`截至 ${formatDayInText(asked.day)}，${baseLabels[asked.base]} ${summary.total.base} 家`}
      />
      <QuestionBar
        path="/coverage"
        day={asked.day}
        base={asked.base}
        committees={committees}
        committeeId={asked.committee}
      />
      <div className="grid gap-4 xl:grid-cols-2">
        <Panel title="覆盖率">
          <CoverageRates figures={summary.total} baseLabel={baseLabels[asked.base]} params={params} />
          <p className="muted mt-3 text-xs">
            组织覆盖：由单独或联合支部覆盖。工作覆盖没有统一公式，本平台按“组织覆盖或有党建指导员联系”计算。均按所选日期的在册事实计算。
          </p>
        </Panel>
        <Panel title="近八个季度">
          <CoverageTrend points={board.trend} />
        </Panel>
        <NextSteps figures={summary.total} joinable={summary.joinable} params={params} />
        <Panel title="按规模">
          <CoverageBreakdown title="规模" rows={scaleRows(summary)} params={params} />
        </Panel>
        <Panel title="按园区" more={<a href={listHref("/coverage/buildings", params, {})}>按楼宇</a>}>
          <CoverageBreakdown title="园区" rows={parkRows(summary)} params={params} />
        </Panel>
        <Panel title="按类别">
          <CoverageBreakdown title="类别" rows={categoryRows(summary)} params={params} />
        </Panel>
      </div>
    </>
  );
}

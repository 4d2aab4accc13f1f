import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CoverageBreakdown } from "@/components/coverage/breakdown";
import { buildingRows } from "@/components/coverage/breakdown-rows";
import { EmptyState } from "@/components/shell/empty-state";
import { listHref } from "@/components/shell/list-address";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";
import { baseLabels } from "@/lib/coverage/labels";
import { canSeeCoverage } from "@/lib/coverage/policy";
import { completeQuestion } from "@/lib/coverage/queries/complete-question";
import { summarizeBuildings } from "@/lib/coverage/queries/summarize-coverage";
import { coverageQuestion } from "@/lib/coverage/schema";

export const metadata: Metadata = { title: "按楼宇的组织覆盖" };

export default async function CoverageBuildingsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canSeeCoverage(actor)) notFound();
  const params = await props.searchParams;
  const { committee, ...asked } = await completeQuestion(actor, coverageQuestion.parse(params));
  const buildings = await summarizeBuildings(actor, { ...asked, ...(committee ? { committeeId: committee } : {}) });
  return (
    <>
      <PageHeader
        title="按楼宇的组织覆盖"
        trail={[{ href: listHref("/coverage", params, {}), label: "组织覆盖" }]}
        note={`截至 ${formatDayInText(asked.day)}，分母为${baseLabels[asked.base]}；楼宇未登记的企业不在表中`}
      />
      <div className="panel">
        {buildings.length === 0 ? (
          <EmptyState title="没有登记楼宇的企业">
            <a href="/parks">登记楼宇</a>
          </EmptyState>
        ) : (
          <CoverageBreakdown title="楼宇" rows={buildingRows(buildings)} params={params} />
        )}
      </div>
    </>
  );
}

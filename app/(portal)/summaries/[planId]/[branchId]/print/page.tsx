import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { SummaryPaper } from "@/components/summaries/summary-paper";
import { requireActor } from "@/lib/auth/session";
import { formatInstant, writeQuarterInText } from "@/lib/calendar";
import { summaryStatusLabels } from "@/lib/summaries/labels";
import { currentContent, findSummary } from "@/lib/summaries/queries/find-summary";

export const metadata: Metadata = { title: "打印季度总结" };

type Params = { planId: string; branchId: string };

export default async function PrintSummaryPage(props: { params: Promise<Params> }) {
  const actor = await requireActor();
  const summary = (await findSummary(actor, await props.params)) ?? notFound();
  const content = (await currentContent(actor, summary)) ?? notFound();
  const last = summary.submissions.at(-1);
  const title = `${summary.branchName}${writeQuarterInText(summary.plan)}总结`;
  return (
    <>
      <PageHeader
        title={title}
        trail={[
          { href: "/summaries", label: "季度总结" },
          { href: `/summaries/${summary.planId}/${summary.branchId}`, label: summary.branchName },
        ]}
        note={
          last && !summary.can.write
            ? `第 ${last.number} 次报送，${last.byName}，${formatInstant(last.at)}；${summaryStatusLabels[summary.status]}`
            : `${summaryStatusLabels[summary.status]}，正在填写的内容`
        }
      />
      <div className="panel">
        <SummaryPaper content={content} />
      </div>
    </>
  );
}

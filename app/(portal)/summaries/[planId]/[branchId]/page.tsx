import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { SummaryState } from "@/components/summaries/status-badge";
import { SummaryForm } from "@/components/summaries/summary-form";
import {
  DecisionAside,
  GapsPanel,
  HistoryPanel,
  RecordsPanel,
  SentBackPanel,
} from "@/components/summaries/summary-panels";
import { SummaryPaper } from "@/components/summaries/summary-paper";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText, writeQuarterInText } from "@/lib/calendar";
import { currentContent, findSummary } from "@/lib/summaries/queries/find-summary";

export const metadata: Metadata = { title: "季度总结" };

type Params = { planId: string; branchId: string };

export default async function SummaryPage(props: { params: Promise<Params> }) {
  const actor = await requireActor();
  const summary = (await findSummary(actor, await props.params)) ?? notFound();
  const content = await currentContent(actor, summary);
  const path = `/summaries/${summary.planId}/${summary.branchId}`;
  return (
    <>
      <PageHeader
        title={`${summary.branchName}${writeQuarterInText(summary.plan)}总结`}
        trail={[{ href: "/summaries", label: "季度总结" }]}
        note={
          <>
            <SummaryState status={summary.status} timeliness={summary.timeliness} />{" "}
            {formatDayInText(summary.plan.summaryDueOn)}截止，当天报送仍为按时。
          </>
        }
        actions={
          <>
            {content && (
              <a className="button" href={`${path}/compare`}>
                比较
              </a>
            )}
            {content && (
              <a className="button" href={`${path}/print`}>
                打印
              </a>
            )}
          </>
        }
      />
      {summary.can.write && <SentBackPanel summary={summary} />}
      {summary.can.write && content && <GapsPanel content={content} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="panel min-w-0">
          {content && summary.can.write && (
            <SummaryForm summary={summary} content={content} userId={actor.userId ?? ""} requestKey={randomUUID()} />
          )}
          {content && !summary.can.write && <SummaryPaper content={content} />}
          {!content && <EmptyState title="这个支部还没有报送本季度总结。" />}
        </div>
        <div className="grid min-w-0 gap-4">
          {content && summary.can.write && <RecordsPanel summary={summary} content={content} />}
          <DecisionAside summary={summary} />
          <HistoryPanel summary={summary} />
        </div>
      </div>
    </>
  );
}

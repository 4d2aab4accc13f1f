import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { QueueBar } from "@/components/summaries/review/queue-bar";
import { AcceptForm, SendBackForm } from "@/components/summaries/review/review-forms";
import { SummaryState } from "@/components/summaries/status-badge";
import { HistoryPanel } from "@/components/summaries/summary-panels";
import { SummaryPaper } from "@/components/summaries/summary-paper";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { writeQuarterInText } from "@/lib/calendar";
import { canReviewSummaries } from "@/lib/summaries/policy";
import { lastQuartersContent } from "@/lib/summaries/queries/earlier-summary";
import { currentContent, findSummary } from "@/lib/summaries/queries/find-summary";
import { type QueuedSummary, reviewQueue } from "@/lib/summaries/queries/review-queue";
import { queueAsked } from "@/lib/summaries/schema";

export const metadata: Metadata = { title: "审核季度总结" };

export default async function ReviewPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canReviewSummaries(actor)) notFound();
  const { q, at } = queueAsked.parse(await props.searchParams);
  const queue = await reviewQueue(actor, q);
  const index = Math.max(
    0,
    queue.findIndex(({ id }) => id === at),
  );
  const queued = queue[index];
  const hrefOf = (id: string) => `/summaries/review?${q ? `q=${q}&` : ""}at=${id}`;
  return (
    <>
      <PageHeader title="审核季度总结" trail={[{ href: "/summaries", label: "季度总结" }]} />
      {queued ? (
        <>
          <QueueBar queue={queue} index={index} hrefOf={hrefOf} />
          <Reviewed actor={actor} queued={queued} q={q} next={(queue[index + 1] ?? queue[index - 1])?.id ?? null} />
        </>
      ) : (
        <div className="panel">
          <EmptyState title="没有待审核的总结">
            <a href="/summaries">查看报送情况</a>
          </EmptyState>
        </div>
      )}
    </>
  );
}

async function Reviewed(props: { actor: Actor; queued: QueuedSummary; q: string | undefined; next: string | null }) {
  const { actor, queued } = props;
  const summary = await findSummary(actor, queued);
  const content = summary && (await currentContent(actor, summary));
  if (!summary || !content) return null;
  const last = await lastQuartersContent(actor, summary);
  const onwards = { queue: props.q ?? "all", next: props.next };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
      <Panel
        title={`${summary.branchName}${writeQuarterInText(summary.plan)}总结`}
        more={<SummaryState status={summary.status} timeliness={summary.timeliness} />}
      >
        <SummaryPaper content={content} last={last} />
      </Panel>
      <div className="grid gap-4">
        <Panel
          title="审核"
          more={<a href={`/summaries/${summary.planId}/${summary.branchId}/compare`}>比较各次报送</a>}
        >
          <div className="grid gap-4" key={summary.summaryId}>
            <AcceptForm summary={summary} onwards={onwards} />
            <SendBackForm summary={summary} onwards={onwards} />
          </div>
        </Panel>
        <HistoryPanel summary={summary} />
      </div>
    </div>
  );
}

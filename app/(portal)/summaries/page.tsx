import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { QuarterSwitch } from "@/components/shell/quarter-switch";
import { OwnSummaries } from "@/components/summaries/own-summaries";
import { QuarterFigures, SummaryFilters, SummaryTable } from "@/components/summaries/summary-table";
import { requireActor } from "@/lib/auth/session";
import { chosenQuarter } from "@/lib/calendar";
import { committeeChoices } from "@/lib/committees/queries";
import { pageSize } from "@/lib/forms/list-params";
import { canReviewSummaries, canSeeSummaries, canWriteSummaries } from "@/lib/summaries/policy";
import { listSummaries, summarizeQuarter } from "@/lib/summaries/queries/list-summaries";
import { ownSummaries } from "@/lib/summaries/queries/own-summaries";
import { summaryList } from "@/lib/summaries/schema";

export const metadata: Metadata = { title: "季度总结" };

export default async function SummariesPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canSeeSummaries(actor)) notFound();
  const params = await props.searchParams;
  const own = await ownSummaries(actor);
  const isReviewer = canReviewSummaries(actor);
  return (
    <>
      <PageHeader
        title="季度总结"
        actions={
          isReviewer && (
            <a className="button button-primary" href="/summaries/review">
              逐份审核
            </a>
          )
        }
      />
      <div className="grid gap-4">
        {canWriteSummaries(actor) && <OwnSummaries rows={own} />}
        {isReviewer && <QuarterList params={params} />}
      </div>
    </>
  );
}

/** For those who review: every expected branch of the quarter. */
async function QuarterList({ params }: { params: Record<string, string> }) {
  const actor = await requireActor();
  const list = summaryList.parse(params);
  const quarter = chosenQuarter(list.q, actor.day);
  const hasCommittees = actor.committeeIds.length > 1;
  const [{ rows, total }, figures, committees] = await Promise.all([
    listSummaries(actor, quarter, list),
    summarizeQuarter(actor, quarter, list.committee),
    hasCommittees ? committeeChoices(actor) : [],
  ]);
  return (
    <section aria-label="支部总结">
      <div className="mb-3">
        <QuarterSwitch path="/summaries" params={params} quarter={quarter} day={actor.day} />
      </div>
      <QuarterFigures figures={figures} />
      <FilterBar
        path="/summaries"
        params={params}
        keep={["q"]}
        search={{ label: "支部名称或拼音首字母", value: list.name, name: "name" }}
        exportPath="/api/summaries/export"
      >
        <SummaryFilters list={list} committees={committees} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title={figures.expected === 0 ? "这个季度还没有应报的支部" : "没有符合条件的支部"}>
            {figures.expected === 0 ? "季度计划发布后，应报支部会出现在这里。" : <a href="/summaries">清除筛选</a>}
          </EmptyState>
        ) : (
          <SummaryTable rows={rows} params={params} sort={list.sort} showsCommittee={hasCommittees} />
        )}
        <Pagination path="/summaries" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </section>
  );
}

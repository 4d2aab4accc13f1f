import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { VisitFilters } from "@/components/visits/visit-filters";
import { VisitTable } from "@/components/visits/visit-table";
import { requireActor } from "@/lib/auth/session";
import { pageSize } from "@/lib/forms/list-params";
import { canListVisits, canRecordVisit, canSeeRhythm } from "@/lib/visits/policy";
import { listVisits } from "@/lib/visits/queries/list-visits";
import { visitList } from "@/lib/visits/schema";

export const metadata: Metadata = { title: "实地走访" };

export default async function VisitsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListVisits(actor)) notFound();
  const params = await props.searchParams;
  const list = visitList.parse(params);
  const { rows, total } = await listVisits(actor, list);
  return (
    <>
      <PageHeader
        title="实地走访"
        actions={
          <>
            {canSeeRhythm(actor) && (
              <a className="button" href="/visits/due">
                该走访了
              </a>
            )}
            {canRecordVisit(actor) && (
              <a className="button button-primary" href="/visits/new">
                记一次走访
              </a>
            )}
          </>
        }
      />
      <FilterBar
        path="/visits"
        params={params}
        search={{ label: "企业、党支部或指导员", value: list.q }}
        exportPath="/api/visits/export"
        keep={["instructor", "enterprise", "branch"]}
      >
        <VisitFilters list={list} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的走访">
            <a href="/visits">清除筛选</a>
          </EmptyState>
        ) : (
          <VisitTable rows={rows} params={params} sort={list.sort} />
        )}
        <Pagination path="/visits" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}

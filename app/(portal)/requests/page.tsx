import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RequestBoard } from "@/components/requests/request-board";
import { RequestFilters } from "@/components/requests/request-filters";
import { RequestTable } from "@/components/requests/request-table";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { committeeChoices } from "@/lib/committees/queries";
import { pageSize } from "@/lib/forms/list-params";
import { canListRequests, canRaiseRequest } from "@/lib/requests/policy";
import { listRequests, requestBoard } from "@/lib/requests/queries/list-requests";
import { requestList } from "@/lib/requests/schema";

export const metadata: Metadata = { title: "企业诉求" };

export default async function RequestsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListRequests(actor)) notFound();
  const params = await props.searchParams;
  const list = requestList.parse(params);
  const [{ rows, total }, counts, committees] = await Promise.all([
    listRequests(actor, list),
    requestBoard(actor),
    actor.committeeIds.length > 1 ? committeeChoices(actor) : [],
  ]);
  return (
    <>
      <PageHeader
        title="企业诉求"
        actions={
          canRaiseRequest(actor) && (
            <a className="button button-primary" href="/requests/new">
              登记诉求
            </a>
          )
        }
      />
      <RequestBoard {...counts} />
      <FilterBar
        path="/requests"
        params={params}
        search={{ label: "企业或诉求内容", value: list.q }}
        exportPath="/api/requests/export"
      >
        <RequestFilters list={list} committees={committees} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的诉求">
            <a href="/requests">清除筛选</a>
          </EmptyState>
        ) : (
          <RequestTable rows={rows} params={params} sort={list.sort} />
        )}
        <Pagination path="/requests" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}

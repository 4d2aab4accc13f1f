import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommitteeTable } from "@/components/committees/committee-table";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { FilterTick } from "@/components/shell/filter-fields";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { canListCommittees } from "@/lib/committees/policy";
import { listCommittees } from "@/lib/committees/queries";
import { committeeList } from "@/lib/committees/schema";
import { pageSize } from "@/lib/forms/list-params";

export const metadata: Metadata = { title: "党委" };

export default async function CommitteesPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListCommittees(actor)) notFound();
  const params = await props.searchParams;
  const list = committeeList.parse(params);
  const { rows, total } = await listCommittees(actor, list);
  return (
    <>
      <PageHeader
        title="党委"
        actions={
          <a className="button button-primary" href="/committees/new">
            登记下级党委
          </a>
        }
      />
      <FilterBar
        path="/committees"
        params={params}
        search={{ label: "党委名称或代码", value: list.q }}
        exportPath="/api/committees/export"
      >
        <FilterTick name="closed" label="含已撤销" value={list.closed} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的党委">
            <a href="/committees">清除筛选</a>
          </EmptyState>
        ) : (
          <CommitteeTable rows={rows} />
        )}
        <Pagination path="/committees" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParkTable } from "@/components/parks/park-table";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { FilterTick } from "@/components/shell/filter-fields";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { pageSize } from "@/lib/forms/list-params";
import { canCreatePark, canListParks } from "@/lib/parks/policy";
import { listParks } from "@/lib/parks/queries";
import { parkList } from "@/lib/parks/schema";

export const metadata: Metadata = { title: "园区楼宇" };

export default async function ParksPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListParks(actor)) notFound();
  const params = await props.searchParams;
  const list = parkList.parse(params);
  const { rows, total } = await listParks(actor, list);
  return (
    <>
      <PageHeader
        title="园区楼宇"
        actions={
          <>
            <a className="button" href="/parks/map">
              位置图
            </a>
            {canCreatePark(actor) && (
              <a className="button button-primary" href="/parks/new">
                登记园区
              </a>
            )}
          </>
        }
      />
      <FilterBar
        path="/parks"
        params={params}
        search={{ label: "园区名称或拼音首字母", value: list.q }}
        exportPath="/api/parks/export"
      >
        <FilterTick name="closed" label="含已停用" value={list.closed} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的园区">
            <a href="/parks">清除筛选</a>
          </EmptyState>
        ) : (
          <ParkTable rows={rows} params={params} sort={list.sort} />
        )}
        <Pagination path="/parks" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ServicePointTable } from "@/components/service-points/service-point-table";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { FilterSelect, FilterTick } from "@/components/shell/filter-fields";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { pageSize } from "@/lib/forms/list-params";
import { parkChoices } from "@/lib/parks/queries";
import { servicePointKindLabels } from "@/lib/service-points/labels";
import { canCreateServicePoint, canListServicePoints } from "@/lib/service-points/policy";
import { listServicePoints } from "@/lib/service-points/queries/list-service-points";
import { servicePointList } from "@/lib/service-points/schema";

export const metadata: Metadata = { title: "服务点" };

export default async function ServicePointsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListServicePoints(actor)) notFound();
  const params = await props.searchParams;
  const list = servicePointList.parse(params);
  const [{ rows, total }, parks] = await Promise.all([listServicePoints(actor, list), parkChoices(actor)]);
  const mayCreate = canCreateServicePoint(actor);
  const create = (
    <a className="button button-primary" href="/service-points/new">
      登记服务点
    </a>
  );
  return (
    <>
      <PageHeader title="服务点" actions={mayCreate && create} />
      <FilterBar
        path="/service-points"
        params={params}
        search={{ label: "服务点名称或拼音首字母", value: list.q }}
        exportPath="/api/service-points/export"
      >
        <FilterSelect
          name="kind"
          all="全部阵地类型"
          value={list.kind}
          choices={Object.entries(servicePointKindLabels)}
        />
        {parks.length > 1 && (
          <FilterSelect
            name="park"
            all="全部园区"
            value={list.park}
            choices={parks.map(({ id, name }) => [id, name] as const)}
          />
        )}
        <FilterTick name="unassigned" label="未安排指导员" value={list.unassigned} />
        <FilterTick name="closed" label="含已撤点" value={list.closed} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的服务点">
            <a href="/service-points">清除筛选</a>
          </EmptyState>
        ) : (
          <ServicePointTable rows={rows} params={params} sort={list.sort} />
        )}
        <Pagination path="/service-points" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlanFilters } from "@/components/plans/plan-filters";
import { PlanTable } from "@/components/plans/plan-table";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { committeeChoices } from "@/lib/committees/queries";
import { pageSize } from "@/lib/forms/list-params";
import { canCreatePlan, canSeePlans } from "@/lib/plans/policy";
import { listPlans, planYears } from "@/lib/plans/queries/list-plans";
import { planList } from "@/lib/plans/schema";

export const metadata: Metadata = { title: "季度计划" };

export default async function PlansPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canSeePlans(actor)) notFound();
  const params = await props.searchParams;
  const list = planList.parse(params);
  const mayCreate = canCreatePlan(actor);
  const hasCommittees = actor.committeeIds.length > 1;
  const [{ rows, total }, years, committees] = await Promise.all([
    listPlans(actor, list),
    planYears(actor),
    hasCommittees ? committeeChoices(actor) : [],
  ]);
  return (
    <>
      <PageHeader
        title="季度计划"
        actions={
          mayCreate && (
            <a className="button button-primary" href="/plans/new">
              起草计划
            </a>
          )
        }
      />
      <FilterBar
        path="/plans"
        params={params}
        search={{ label: "计划名称或季度，如 2026Q4", value: list.q }}
        exportPath="/api/plans/export"
      >
        <PlanFilters list={list} years={years} committees={committees} hasDrafts={mayCreate} />
      </FilterBar>
      <div className="panel">
        {rows.length > 0 ? (
          <PlanTable rows={rows} params={params} sort={list.sort} showsCommittee={hasCommittees} />
        ) : years.length > 0 ? (
          <EmptyState title="没有符合条件的季度计划">
            <a href="/plans">清除筛选</a>
          </EmptyState>
        ) : (
          <EmptyState title="还没有季度计划">
            {mayCreate ? <a href="/plans/new">起草第一个计划</a> : "党委发布后，计划会出现在这里。"}
          </EmptyState>
        )}
        <Pagination path="/plans" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordFilters } from "@/components/org-life/record-filters";
import { RecordTable } from "@/components/org-life/record-table";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { committeeChoices } from "@/lib/committees/queries";
import { pageSize } from "@/lib/forms/list-params";
import { canSeeOrgLife } from "@/lib/org-life/policy";
import { listRecords } from "@/lib/org-life/queries/list-records";
import { recordBranchChoices } from "@/lib/org-life/queries/open-form";
import { orgLifeList } from "@/lib/org-life/schema";

export const metadata: Metadata = { title: "组织生活" };

export default async function OrgLifePage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canSeeOrgLife(actor)) notFound();
  const params = await props.searchParams;
  const list = orgLifeList.parse(params);
  const [{ rows, total }, branches, committees] = await Promise.all([
    listRecords(actor, list),
    recordBranchChoices(actor),
    actor.committeeIds.length > 1 ? committeeChoices(actor) : [],
  ]);
  const record = list.branch ? `/org-life/new?branch=${list.branch}` : "/org-life/new";
  return (
    <>
      <PageHeader
        title="组织生活"
        note="三会一课、主题党日、组织生活会和民主评议党员的记录。"
        actions={
          <a className="button button-primary" href={record}>
            记一次组织生活
          </a>
        }
      />
      <FilterBar
        path="/org-life"
        params={params}
        search={{ label: "主题", value: list.q }}
        exportPath="/api/org-life/export"
      >
        <RecordFilters list={list} day={actor.day} branches={branches} committees={committees} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的记录">
            <a href="/org-life">清除筛选</a>
            <a href={record}>记一次组织生活</a>
          </EmptyState>
        ) : (
          <RecordTable rows={rows} params={params} sort={list.sort} showsBranch={branches.length > 1} />
        )}
        <Pagination path="/org-life" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchFilters } from "@/components/branches/branch-filters";
import { BranchTable } from "@/components/branches/branch-table";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { canCreateBranch, canSeeBranches } from "@/lib/branches/policy";
import { listBranches } from "@/lib/branches/queries/list-branches";
import { branchList } from "@/lib/branches/schema";
import { committeeChoices } from "@/lib/committees/queries";
import { pageSize } from "@/lib/forms/list-params";
import { parkChoices } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "党支部" };

export default async function BranchesPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canSeeBranches(actor)) notFound();
  const params = await props.searchParams;
  const list = branchList.parse(params);
  const hasCommittees = actor.committeeIds.length > 1;
  const [{ rows, total }, parks, committees] = await Promise.all([
    listBranches(actor, list),
    parkChoices(actor),
    hasCommittees ? committeeChoices(actor) : [],
  ]);
  return (
    <>
      <PageHeader
        title="党支部"
        actions={
          canCreateBranch(actor) && (
            <a className="button button-primary" href="/branches/new">
              登记支部
            </a>
          )
        }
      />
      <FilterBar
        path="/branches"
        params={params}
        search={{ label: "支部名称或拼音首字母", value: list.q }}
        exportPath="/api/branches/export"
      >
        <BranchFilters list={list} committees={committees} parks={parks} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的党支部">
            <a href="/branches">清除筛选</a>
          </EmptyState>
        ) : (
          <BranchTable rows={rows} params={params} sort={list.sort} showsCommittee={hasCommittees} />
        )}
        <Pagination path="/branches" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}

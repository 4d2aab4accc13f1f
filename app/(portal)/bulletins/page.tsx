import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BulletinFilters } from "@/components/bulletins/bulletin-filters";
import { BulletinTable } from "@/components/bulletins/bulletin-table";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { canDraftBulletin, canSeeBulletins } from "@/lib/bulletins/policy";
import { listBulletins } from "@/lib/bulletins/queries/list-bulletins";
import { bulletinList } from "@/lib/bulletins/schema";
import { committeeChoices } from "@/lib/committees/queries";
import { pageSize } from "@/lib/forms/list-params";

export const metadata: Metadata = { title: "通报" };

export default async function BulletinsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canSeeBulletins(actor)) notFound();
  const params = await props.searchParams;
  const list = bulletinList.parse(params);
  const hasCommittees = actor.committeeIds.length > 1;
  const [{ rows, total }, committees] = await Promise.all([
    listBulletins(actor, list),
    hasCommittees ? committeeChoices(actor) : [],
  ]);
  const mayDraft = canDraftBulletin(actor);
  const start = mayDraft && <a href="/bulletins/new">起草通报</a>;
  return (
    <>
      <PageHeader
        title="通报"
        actions={
          mayDraft && (
            <a className="button button-primary" href="/bulletins/new">
              起草通报
            </a>
          )
        }
      />
      <FilterBar
        path="/bulletins"
        params={params}
        search={{ label: "标题或发文字号", value: list.q }}
        exportPath="/api/bulletins/export"
      >
        <BulletinFilters list={list} day={actor.day} seesDrafts={mayDraft} committees={committees} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的通报">
            {Object.keys(params).length > 0 ? <a href="/bulletins">清除筛选</a> : start}
          </EmptyState>
        ) : (
          <BulletinTable rows={rows} showsCommittee={hasCommittees} />
        )}
        <Pagination path="/bulletins" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}

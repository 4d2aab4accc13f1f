import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityFilters } from "@/components/activities/activity-filters";
import { ActivityTable } from "@/components/activities/activity-table";
import { TotalsPanel } from "@/components/activities/totals-panel";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { QuarterSwitch } from "@/components/shell/quarter-switch";
import { canListActivities, canPlanActivities, canSeeActivityRhythm } from "@/lib/activities/policy";
import { campaignFilter, listActivities } from "@/lib/activities/queries/list-activities";
import { activityList } from "@/lib/activities/schema";
import { requireActor } from "@/lib/auth/session";
import { chosenQuarter, writeQuarterInText } from "@/lib/calendar";
import { committeeChoices } from "@/lib/committees/queries";
import { pageSize } from "@/lib/forms/list-params";

export const metadata: Metadata = { title: "主题活动" };

const path = "/activities";

export default async function ActivitiesPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListActivities(actor)) notFound();
  const params = await props.searchParams;
  const list = activityList.parse(params);
  const quarter = chosenQuarter(list.q, actor.day);
  const [{ rows, total, totals }, campaigns, committees] = await Promise.all([
    listActivities(actor, list),
    campaignFilter(actor),
    actor.committeeIds.length > 1 ? committeeChoices(actor) : [],
  ]);
  return (
    <>
      <PageHeader
        title="主题活动"
        actions={
          <>
            {canSeeActivityRhythm(actor) && (
              <a className="button" href="/activities/due">
                该办活动了
              </a>
            )}
            {canPlanActivities(actor) && (
              <a className="button button-primary" href="/activities/new">
                筹备活动
              </a>
            )}
          </>
        }
      />
      <div className="mb-3">
        <QuarterSwitch path={path} params={params} quarter={quarter} day={actor.day} />
      </div>
      <div className="mb-4">
        <TotalsPanel title={`${writeQuarterInText(quarter)}汇总`} totals={totals} note="按下方筛选，只计已开展的活动" />
      </div>
      <FilterBar
        path={path}
        params={params}
        search={{ label: "活动名称或地点", value: list.name, name: "name" }}
        keep={["q"]}
        exportPath="/api/activities/export"
      >
        <ActivityFilters list={list} committees={committees} campaigns={campaigns} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="这个季度没有符合条件的活动">可换一个季度，或清除筛选。</EmptyState>
        ) : (
          <ActivityTable rows={rows} params={params} sort={list.sort} />
        )}
        <Pagination path={path} params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}

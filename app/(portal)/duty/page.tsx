import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OwnShifts } from "@/components/duty/own-shifts";
import { ShiftFilters } from "@/components/duty/shift-filters";
import { ShiftTable } from "@/components/duty/shift-table";
import { ShiftTotals } from "@/components/duty/shift-totals";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { QuarterSwitch } from "@/components/shell/quarter-switch";
import { requireActor } from "@/lib/auth/session";
import { chosenQuarter } from "@/lib/calendar";
import { committeeChoices } from "@/lib/committees/queries";
import { canListShifts, canPlanDuty, hasOwnShifts } from "@/lib/duty/policy";
import { shiftFilterChoices } from "@/lib/duty/queries/duty-choices";
import { listShifts, ownShifts, shiftTotals } from "@/lib/duty/queries/list-shifts";
import { waitingDays } from "@/lib/duty/rules";
import { shiftList } from "@/lib/duty/schema";
import { pageSize } from "@/lib/forms/list-params";

export const metadata: Metadata = { title: "驻点服务" };

export default async function DutyPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListShifts(actor)) notFound();
  const params = await props.searchParams;
  const list = shiftList.parse(params);
  const quarter = chosenQuarter(params.quarter, actor.day);
  const [{ rows, total }, totals, own, choices, committees] = await Promise.all([
    listShifts(actor, list, quarter),
    shiftTotals(actor, list, quarter),
    ownShifts(actor, waitingDays(actor.day)),
    shiftFilterChoices(actor),
    actor.committeeIds.length > 1 ? committeeChoices(actor) : [],
  ]);
  const plan = (
    <a className="button button-primary" href="/duty/plan">
      排班
    </a>
  );
  return (
    <>
      <PageHeader title="驻点服务" actions={canPlanDuty(actor) && plan} />
      <div className="grid gap-4">
        {hasOwnShifts(actor) && <OwnShifts shifts={own} />}
        <section aria-label="季度班次">
          <div className="mb-3">
            <QuarterSwitch path="/duty" params={params} quarter={quarter} day={actor.day} name="quarter" />
          </div>
          <ShiftTotals totals={totals} params={params} />
          <FilterBar
            path="/duty"
            params={params}
            keep={["quarter"]}
            search={{ label: "服务点或指导员", value: list.q }}
            exportPath="/api/duty/export"
          >
            <ShiftFilters list={list} {...choices} committees={committees} />
          </FilterBar>
          <div className="panel">
            {rows.length === 0 ? (
              <EmptyState title="这个季度没有符合条件的班次">
                {canPlanDuty(actor) ? <a href="/duty/plan">为服务点排班</a> : <a href="/duty">清除筛选</a>}
              </EmptyState>
            ) : (
              <ShiftTable rows={rows} />
            )}
            <Pagination path="/duty" params={params} page={list.page} pageSize={pageSize} total={total} />
          </div>
        </section>
      </div>
    </>
  );
}

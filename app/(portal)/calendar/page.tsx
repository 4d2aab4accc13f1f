import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DayList } from "@/components/agenda/day-list";
import { AgendaLegend } from "@/components/agenda/kind-badge";
import { MonthGrid } from "@/components/agenda/month-grid";
import { MonthList, writeDay } from "@/components/agenda/month-list";
import { MonthSwitch } from "@/components/agenda/month-switch";
import { PageHeader } from "@/components/shell/page-header";
import { Panel } from "@/components/ui/panel";
import { agendaOfMonth } from "@/lib/agenda/queries/month";
import { chosenDay, chosenMonth } from "@/lib/agenda/rules/month";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "日历" };

type Search = { month?: string; day?: string };

export default async function CalendarPage(props: { searchParams: Promise<Search> }) {
  const actor = await requireActor();
  const search = await props.searchParams;
  const month = chosenMonth(search.month, actor.day);
  const day = chosenDay(search.day, month);
  const { entries, holidays } = (await agendaOfMonth(actor, month)) ?? notFound();
  const ofDay = entries.filter((entry) => entry.day === day);
  const shown = { entries, holidays, today: actor.day };
  return (
    <>
      <PageHeader
        title="日历"
        note="到期事项和已开展的组织生活，由各项登记自动汇总。"
        actions={
          <a className="button" href="/calendar/feed">
            订阅到手机或电脑
          </a>
        }
      />
      <div className="panel">
        <MonthSwitch path="/calendar" month={month} today={actor.day} />
        <div className="hidden sm:block">
          <MonthGrid {...shown} month={month} chosen={day} />
          <AgendaLegend />
        </div>
        <div className="sm:hidden">
          <MonthList {...shown} />
        </div>
      </div>
      {day && (
        <div className="mt-4">
          <Panel title={writeDay(day)} id="day">
            {ofDay.length === 0 ? <p className="muted">这一天没有日程。</p> : <DayList entries={ofDay} />}
          </Panel>
        </div>
      )}
    </>
  );
}

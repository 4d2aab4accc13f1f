import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RhythmFilters } from "@/components/instructors/rhythm-filters";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { DueTable } from "@/components/visits/due-table";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";
import { instructorChoices } from "@/lib/instructors/queries/instructor-choices";
import { rhythmFilter } from "@/lib/instructors/schema";
import { visitDueLabels } from "@/lib/visits/labels";
import { canRecordVisit, canSeeRhythm } from "@/lib/visits/policy";
import { visitRhythm } from "@/lib/visits/queries/visit-rhythm";

export const metadata: Metadata = { title: "该走访了" };

export default async function VisitsDuePage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canSeeRhythm(actor)) notFound();
  const params = await props.searchParams;
  const filter = rhythmFilter.parse(params);
  const [all, instructors] = await Promise.all([
    visitRhythm(actor, filter.instructor ? { instructorId: filter.instructor } : {}),
    instructorChoices(actor),
  ]);
  const rows = all.filter(({ due }) => (filter.due ? due === filter.due : due !== "LATER"));
  return (
    <>
      <PageHeader
        title="该走访了"
        trail={[{ href: "/visits", label: "实地走访" }]}
        note={`截至${formatDayInText(actor.day)}，按所在党委的走访节奏计算；逾期最久的在前。`}
      />
      <RhythmFilters
        path="/visits/due"
        params={params}
        filter={filter}
        instructors={instructors}
        all="本月全部"
        dueLabels={visitDueLabels}
      />
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有该走访的对象">
            <a href="/visits">查看走访记录</a>
          </EmptyState>
        ) : (
          <DueTable rows={rows} canRecord={canRecordVisit(actor)} />
        )}
      </div>
    </>
  );
}

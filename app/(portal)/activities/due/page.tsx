import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RhythmFilters } from "@/components/instructors/rhythm-filters";
import { RhythmTable } from "@/components/instructors/rhythm-table";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { activityDueLabels } from "@/lib/activities/labels";
import { canPlanActivities, canSeeActivityRhythm } from "@/lib/activities/policy";
import { activityRhythm } from "@/lib/activities/queries/activity-rhythm";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";
import { instructorChoices } from "@/lib/instructors/queries/instructor-choices";
import { rhythmFilter } from "@/lib/instructors/schema";

export const metadata: Metadata = { title: "该办活动了" };

const path = "/activities/due";
const words = { last: "上次参加活动", none: "还没有参加", dueOn: "应参加日期", due: activityDueLabels };

export default async function ActivitiesDuePage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canSeeActivityRhythm(actor)) notFound();
  const params = await props.searchParams;
  const filter = rhythmFilter.parse(params);
  const [all, instructors] = await Promise.all([
    activityRhythm(actor, filter.instructor ? { instructorId: filter.instructor } : {}),
    instructorChoices(actor),
  ]);
  const rows = all.filter(({ due }) => (filter.due ? due === filter.due : due !== "LATER"));
  const plan = canPlanActivities(actor) && (
    <a className="button button-primary" href="/activities/new">
      筹备活动
    </a>
  );
  return (
    <>
      <PageHeader
        title="该办活动了"
        trail={[{ href: "/activities", label: "主题活动" }]}
        note={`截至${formatDayInText(actor.day)}，按所在党委的活动节奏计算；活动已开展并登记到场人数，才算参加。逾期最久的在前。`}
        actions={plan}
      />
      <RhythmFilters
        path={path}
        params={params}
        filter={filter}
        instructors={instructors}
        all="本季全部"
        dueLabels={activityDueLabels}
      />
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的联系对象">
            <a href="/activities">查看主题活动</a>
          </EmptyState>
        ) : (
          <RhythmTable rows={rows.map((row) => ({ ...row, lastOn: row.lastHeldOn }))} words={words} />
        )}
      </div>
    </>
  );
}

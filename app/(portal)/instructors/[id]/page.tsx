import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuarterPanel } from "@/components/duty/quarter-panel";
import { InstructorLoad } from "@/components/instructors/instructor-load";
import { InstructorAssignments, InstructorFacts } from "@/components/instructors/instructor-parts";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { chosenQuarter } from "@/lib/calendar";
import { allShifts } from "@/lib/duty/queries/list-shifts";
import { shiftList } from "@/lib/duty/schema";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";
import { loadsOf, noLoad } from "@/lib/instructors/queries/loads";
import { visitsOfQuarter } from "@/lib/visits/queries/visits-of-quarter";

export const metadata: Metadata = { title: "党建指导员" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ q?: string }> };

export default async function InstructorPage(props: Props) {
  const actor = await requireActor();
  const instructor = (await findInstructor(actor, (await props.params).id)) ?? notFound();
  const { q } = await props.searchParams;
  const base = `/instructors/${instructor.id}`;
  const quarter = chosenQuarter(q, actor.day);
  const { id, user } = instructor;
  const [loads, shifts, visits] = await Promise.all([
    loadsOf(actor, [{ id, userId: user?.id ?? null }]),
    allShifts(actor, shiftList.parse({ instructor: id }), quarter),
    visitsOfQuarter(actor, id, quarter),
  ]);
  return (
    <>
      <PageHeader
        title={instructor.name}
        trail={[{ href: "/instructors", label: "党建指导员" }]}
        note={instructor.endedOn && `已于 ${instructor.endedOn} 离岗：${instructor.endReason}`}
        actions={
          <>
            <a className="button" href={`${base}/report`}>
              月度工作报告
            </a>
            {instructor.can.edit && (
              <>
                <a className="button" href={`${base}/hand-over`}>
                  交接
                </a>
                <a className="button button-danger" href={`${base}/end`}>
                  离岗
                </a>
              </>
            )}
            {instructor.can.resume && (
              <a className="button" href={`${base}/resume`}>
                恢复上岗
              </a>
            )}
          </>
        }
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <InstructorFacts instructor={instructor} />
        <InstructorLoad instructorId={id} load={loads.get(id) ?? noLoad} />
        <QuarterPanel path={base} quarter={quarter} day={actor.day} shifts={shifts} visits={visits} names="point" />
        <InstructorAssignments instructor={instructor} day={actor.day} />
      </div>
    </>
  );
}

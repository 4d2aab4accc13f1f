import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InstructorAssignments, InstructorFacts } from "@/components/instructors/instructor-parts";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";

export const metadata: Metadata = { title: "党建指导员" };

export default async function InstructorPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const instructor = (await findInstructor(actor, (await props.params).id)) ?? notFound();
  const base = `/instructors/${instructor.id}`;
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
        <InstructorAssignments instructor={instructor} day={actor.day} />
      </div>
    </>
  );
}

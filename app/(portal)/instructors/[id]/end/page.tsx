import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InstructorFormPage, InstructorKey } from "@/components/instructors/instructor-form-page";
import { MattersLeft } from "@/components/instructors/open-matters";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { endInstructorAction } from "@/lib/instructors/actions";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";
import { openMatters, runningCount } from "@/lib/instructors/queries/open-matters";

export const metadata: Metadata = { title: "指导员离岗" };

export default async function EndInstructorPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const instructor = await findInstructor(actor, (await props.params).id);
  if (!instructor?.can.edit) notFound();
  const matters = await openMatters(actor, instructor);
  const count = runningCount(instructor, actor.day);
  return (
    <InstructorFormPage
      title="登记离岗"
      instructor={instructor}
      lead={
        count > 0 ? (
          <>
            现有 {count} 项联系安排，将在离岗日期结束。由他人接手的，请先办理
            <a href={`/instructors/${instructor.id}/hand-over`}>交接</a>。
          </>
        ) : (
          "离岗后不再安排联系；历史都保留，登记有误可以恢复。"
        )
      }
    >
      <MattersLeft {...matters} handOverHref={`/instructors/${instructor.id}/hand-over`} />
      <ActionForm
        action={endInstructorAction}
        requestKey={randomUUID()}
        submitLabel="登记离岗"
        isDanger
        cancelHref={`/instructors/${instructor.id}`}
      >
        <InstructorKey instructor={instructor} />
        <TextField name="endedOn" label="离岗日期" type="date" isRequired initial={actor.day} />
        <TextArea name="reason" label="离岗原因" isRequired />
      </ActionForm>
    </InstructorFormPage>
  );
}

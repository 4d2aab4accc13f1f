import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InstructorFormPage, InstructorKey } from "@/components/instructors/instructor-form-page";
import { TextArea } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { resumeInstructorAction } from "@/lib/instructors/actions";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";

export const metadata: Metadata = { title: "恢复上岗" };

export default async function ResumeInstructorPage(props: { params: Promise<{ id: string }> }) {
  const instructor = await findInstructor(await requireActor(), (await props.params).id);
  if (!instructor?.can.resume) notFound();
  return (
    <InstructorFormPage
      title="恢复上岗"
      instructor={instructor}
      lead={`已于 ${instructor.endedOn} 离岗（${instructor.endReason}）。恢复后请重新安排联系。`}
    >
      <ActionForm
        action={resumeInstructorAction}
        requestKey={randomUUID()}
        submitLabel="恢复上岗"
        cancelHref={`/instructors/${instructor.id}`}
      >
        <InstructorKey instructor={instructor} />
        <TextArea name="reason" label="恢复原因" isRequired />
      </ActionForm>
    </InstructorFormPage>
  );
}

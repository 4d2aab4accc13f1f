import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InstructorFormPage } from "@/components/instructors/instructor-form-page";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { endAssignmentAction } from "@/lib/instructors/actions";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";

export const metadata: Metadata = { title: "结束联系" };

export default async function EndAssignmentPage(props: { params: Promise<{ id: string; assignmentId: string }> }) {
  const actor = await requireActor();
  const { id, assignmentId } = await props.params;
  const instructor = await findInstructor(actor, id);
  const assignment = instructor?.assignments.find((entry) => entry.id === assignmentId);
  if (!instructor?.can.edit || !assignment || assignment.validTo) notFound();
  return (
    <InstructorFormPage
      title="结束联系"
      instructor={instructor}
      lead={`从 ${assignment.validFrom} 起联系“${assignment.targetName}”。`}
    >
      <ActionForm
        action={endAssignmentAction}
        requestKey={randomUUID()}
        submitLabel="结束联系"
        cancelHref={`/instructors/${instructor.id}`}
      >
        <input type="hidden" name="id" value={instructor.id} />
        <input type="hidden" name="assignmentId" value={assignment.id} />
        <TextField name="endsOn" label="结束日期" type="date" isRequired initial={actor.day} />
        <TextArea name="reason" label="说明" />
      </ActionForm>
    </InstructorFormPage>
  );
}

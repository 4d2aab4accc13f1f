import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InstructorFields } from "@/components/instructors/instructor-fields";
import { InstructorFormPage, InstructorKey } from "@/components/instructors/instructor-form-page";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { updateInstructorAction } from "@/lib/instructors/actions";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";

export const metadata: Metadata = { title: "修改党建指导员" };

export default async function EditInstructorPage(props: { params: Promise<{ id: string }> }) {
  const instructor = await findInstructor(await requireActor(), (await props.params).id);
  if (!instructor?.can.edit) notFound();
  return (
    <InstructorFormPage title="修改党建指导员" instructor={instructor}>
      <ActionForm
        action={updateInstructorAction}
        requestKey={randomUUID()}
        submitLabel="保存"
        cancelHref={`/instructors/${instructor.id}`}
      >
        <InstructorKey instructor={instructor} />
        <InstructorFields instructor={instructor} />
      </ActionForm>
    </InstructorFormPage>
  );
}

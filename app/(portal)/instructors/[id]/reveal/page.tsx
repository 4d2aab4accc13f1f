import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InstructorFormPage } from "@/components/instructors/instructor-form-page";
import { SelectField, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { revealPhoneAction } from "@/lib/instructors/actions";
import { revealPurposeLabels } from "@/lib/instructors/labels";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";

export const metadata: Metadata = { title: "查看手机号" };

export default async function RevealPhonePage(props: { params: Promise<{ id: string }> }) {
  const instructor = await findInstructor(await requireActor(), (await props.params).id);
  if (!instructor?.can.revealPhone) notFound();
  return (
    <InstructorFormPage title="查看手机号" instructor={instructor} lead="查看完整号码会记入审计记录。">
      <ActionForm
        action={revealPhoneAction}
        requestKey=""
        submitLabel="查看"
        cancelHref={`/instructors/${instructor.id}`}
      >
        <input type="hidden" name="id" value={instructor.id} />
        <SelectField
          name="purpose"
          label="用途"
          isRequired
          choices={Object.entries(revealPurposeLabels).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="detail" label="说明" />
      </ActionForm>
    </InstructorFormPage>
  );
}

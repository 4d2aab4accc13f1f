import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InstructorFormPage } from "@/components/instructors/instructor-form-page";
import { MattersToPass } from "@/components/instructors/open-matters";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { handOverAction } from "@/lib/instructors/actions";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";
import { instructorChoices } from "@/lib/instructors/queries/instructor-choices";
import { openMatters, runningCount } from "@/lib/instructors/queries/open-matters";

export const metadata: Metadata = { title: "交接" };

export default async function HandOverPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const instructor = await findInstructor(actor, (await props.params).id);
  if (!instructor?.can.edit) notFound();
  const others = (await instructorChoices(actor)).filter(({ id }) => id !== instructor.id);
  const matters = await openMatters(actor, instructor);
  const count = runningCount(instructor, actor.day);
  return (
    <InstructorFormPage
      title="交接"
      instructor={instructor}
      lead={`现有 ${count} 项联系安排。从交接日期起全部由接手的指导员继续，对方已在联系的不重复安排。`}
    >
      <MattersToPass {...matters} />
      <ActionForm
        action={handOverAction}
        requestKey={randomUUID()}
        submitLabel="全部交接"
        cancelHref={`/instructors/${instructor.id}`}
      >
        <input type="hidden" name="id" value={instructor.id} />
        <SelectField
          name="toId"
          label="接手的党建指导员"
          isRequired
          empty="请选择"
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="on" label="交接日期" type="date" isRequired initial={actor.day} />
        <TextArea name="reason" label="说明" />
      </ActionForm>
    </InstructorFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InstructorFields } from "@/components/instructors/instructor-fields";
import { PageHeader } from "@/components/shell/page-header";
import { SelectField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { committeeChoices } from "@/lib/committees/queries";
import { createInstructorAction } from "@/lib/instructors/actions";
import { canCreateInstructor } from "@/lib/instructors/policy";

export const metadata: Metadata = { title: "登记党建指导员" };

export default async function NewInstructorPage() {
  const actor = await requireActor();
  if (!canCreateInstructor(actor)) notFound();
  const committees = await committeeChoices(actor);
  return (
    <>
      <PageHeader title="登记党建指导员" trail={[{ href: "/instructors", label: "党建指导员" }]} />
      <div className="panel max-w-2xl">
        <ActionForm
          action={createInstructorAction}
          requestKey={randomUUID()}
          submitLabel="登记"
          cancelHref="/instructors"
        >
          <SelectField
            name="committeeId"
            label="所属党委"
            isRequired
            choices={committees.map(({ id, name }) => ({ value: id, label: name }))}
            initial={committees[0]?.id}
          />
          <InstructorFields day={actor.day} />
        </ActionForm>
      </div>
    </>
  );
}

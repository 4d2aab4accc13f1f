import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { SelectField, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { assignInstructorAction } from "@/lib/instructors/actions";
import { targetLabels } from "@/lib/instructors/labels";
import { canCreateInstructor } from "@/lib/instructors/policy";
import { findTarget, instructorChoices } from "@/lib/instructors/queries/instructor-choices";
import { targetSearch } from "@/lib/instructors/schema";

export const metadata: Metadata = { title: "安排党建指导员" };

const paths = { enterprise: "/enterprises", branch: "/branches", servicePoint: "/service-points" } as const;

type Props = { searchParams: Promise<{ to?: string; id?: string }> };

/** The same act from the other side: who shall look after this enterprise, branch or service point. */
export default async function AssignInstructorPage(props: Props) {
  const actor = await requireActor();
  if (!canCreateInstructor(actor)) notFound();
  const { id = "", ...rest } = await props.searchParams;
  const { to } = targetSearch.parse(rest);
  const [target, instructors] = await Promise.all([findTarget(actor, to, id), instructorChoices(actor)]);
  if (!target) notFound();
  const back = `${paths[to]}/${id}`;
  const trail = [
    { href: paths[to], label: targetLabels[to] },
    { href: back, label: target.name },
  ];
  return (
    <>
      <PageHeader title="安排党建指导员" trail={trail} />
      <div className="panel max-w-2xl">
        <ActionForm action={assignInstructorAction} requestKey={randomUUID()} submitLabel="安排" cancelHref={back}>
          <input type="hidden" name={`${to}Ids[]`} value={id} />
          <SelectField
            name="id"
            label="党建指导员"
            isRequired
            empty="请选择"
            choices={instructors.map((instructor) => ({ value: instructor.id, label: instructor.name }))}
          />
          <TextField name="validFrom" label="开始日期" type="date" isRequired initial={actor.day} />
        </ActionForm>
      </div>
    </>
  );
}

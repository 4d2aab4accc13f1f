import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TargetChoice, TargetFilter } from "@/components/instructors/target-choice";
import { PageHeader } from "@/components/shell/page-header";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { assignTargetsAction } from "@/lib/instructors/actions";
import { targetLabels } from "@/lib/instructors/labels";
import { chooseTargets } from "@/lib/instructors/queries/choose-targets";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";
import { targetSearch } from "@/lib/instructors/schema";
import { parkChoices } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "安排联系" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string>> };

export default async function AssignTargetsPage(props: Props) {
  const actor = await requireActor();
  const instructor = await findInstructor(actor, (await props.params).id);
  if (!instructor?.can.edit) notFound();
  const search = targetSearch.parse(await props.searchParams);
  const [targets, parks] = await Promise.all([chooseTargets(actor, instructor.id, search), parkChoices(actor)]);
  const back = `/instructors/${instructor.id}`;
  const trail = [
    { href: "/instructors", label: "党建指导员" },
    { href: back, label: instructor.name },
  ];
  return (
    <>
      <PageHeader title={`安排联系${targetLabels[search.to]}`} trail={trail} />
      <TargetFilter path={`${back}/assign`} search={search} parks={parks} />
      <div className="panel max-w-3xl">
        <ActionForm action={assignTargetsAction} requestKey={randomUUID()} submitLabel="安排" cancelHref={back}>
          <input type="hidden" name="id" value={instructor.id} />
          <TextField name="validFrom" label="开始日期" type="date" isRequired initial={actor.day} />
          <TargetChoice to={search.to} {...targets} />
        </ActionForm>
      </div>
    </>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FoundingFields } from "@/components/committees/founding-fields";
import { PageHeader } from "@/components/shell/page-header";
import { SelectField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { createCommitteeAction } from "@/lib/committees/actions";
import { canListCommittees } from "@/lib/committees/policy";
import { committeeChoices } from "@/lib/committees/queries";

export const metadata: Metadata = { title: "登记下级党委" };

export default async function NewCommitteePage(props: { searchParams: Promise<{ parent?: string }> }) {
  const actor = await requireActor();
  if (!canListCommittees(actor)) notFound();
  const parents = await committeeChoices(actor);
  const { parent } = await props.searchParams;
  const chosen = parents.find(({ id }) => id === parent) ?? parents[0];
  return (
    <>
      <PageHeader title="登记下级党委" trail={[{ href: "/committees", label: "党委" }]} />
      <div className="panel max-w-2xl">
        <ActionForm
          action={createCommitteeAction}
          requestKey={randomUUID()}
          submitLabel="登记"
          cancelHref={chosen && parent ? `/committees/${chosen.id}` : "/committees"}
        >
          <SelectField
            name="parentId"
            label="上级党委"
            isRequired
            choices={parents.map(({ id, name }) => ({ value: id, label: name }))}
            initial={chosen?.id}
          />
          <FoundingFields />
        </ActionForm>
      </div>
    </>
  );
}

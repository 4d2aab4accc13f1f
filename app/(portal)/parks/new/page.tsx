import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParkFields } from "@/components/parks/park-form";
import { PageHeader } from "@/components/shell/page-header";
import { SelectField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { committeeChoices } from "@/lib/committees/queries";
import { createParkAction } from "@/lib/parks/actions";
import { canCreatePark } from "@/lib/parks/policy";

export const metadata: Metadata = { title: "登记园区" };

export default async function NewParkPage() {
  const actor = await requireActor();
  if (!canCreatePark(actor)) notFound();
  const committees = await committeeChoices(actor);
  return (
    <>
      <PageHeader title="登记园区" trail={[{ href: "/parks", label: "园区楼宇" }]} />
      <div className="panel max-w-2xl">
        <ActionForm action={createParkAction} requestKey={randomUUID()} submitLabel="登记" cancelHref="/parks">
          <SelectField
            name="committeeId"
            label="所属党委"
            isRequired
            choices={committees.map(({ id, name }) => ({ value: id, label: name }))}
            initial={committees[0]?.id}
          />
          <ParkFields />
        </ActionForm>
      </div>
    </>
  );
}

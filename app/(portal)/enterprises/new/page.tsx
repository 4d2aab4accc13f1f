import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContactFields, EnterpriseFields, NoBranchFields } from "@/components/enterprises/enterprise-form";
import { PlaceFields } from "@/components/enterprises/place-fields";
import { PageHeader } from "@/components/shell/page-header";
import { SelectField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { committeeChoices } from "@/lib/committees/queries";
import { createEnterpriseAction } from "@/lib/enterprises/actions";
import { canCreateEnterprise } from "@/lib/enterprises/policy";
import { placeChoices } from "@/lib/enterprises/queries/place-choices";

export const metadata: Metadata = { title: "登记企业" };

export default async function NewEnterprisePage() {
  const actor = await requireActor();
  if (!canCreateEnterprise(actor)) notFound();
  const [committees, places] = await Promise.all([committeeChoices(actor), placeChoices(actor)]);
  return (
    <>
      <PageHeader
        title="登记企业"
        trail={[{ href: "/enterprises", label: "企业" }]}
        note="企业较多时，可在导入中心直接导入现有名册。"
      />
      <div className="panel max-w-3xl">
        <ActionForm
          action={createEnterpriseAction}
          requestKey={randomUUID()}
          submitLabel="登记"
          cancelHref="/enterprises"
        >
          <SelectField
            name="committeeId"
            label="所属党委"
            isRequired
            choices={committees.map(({ id, name }) => ({ value: id, label: name }))}
            initial={committees[0]?.id}
          />
          <EnterpriseFields />
          <PlaceFields
            choices={places}
            empty="不在园区"
            dayName="locatedOn"
            dayLabel="从哪一天起在该园区"
            day={actor.day}
          />
          <ContactFields maskedPhone={null} />
          <NoBranchFields />
        </ActionForm>
      </div>
    </>
  );
}

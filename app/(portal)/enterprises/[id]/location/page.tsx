import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnterpriseFormPage } from "@/components/enterprises/enterprise-form-page";
import { PlaceFields } from "@/components/enterprises/place-fields";
import { VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { correctLocationAction } from "@/lib/enterprises/actions";
import { findEnterpriseRow } from "@/lib/enterprises/queries/find-enterprise";
import { findPresentLocation, placeChoices } from "@/lib/enterprises/queries/place-choices";

export const metadata: Metadata = { title: "更正所在地" };

export default async function CorrectLocationPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const enterprise = await findEnterpriseRow(actor, (await props.params).id);
  if (!enterprise?.can.edit) notFound();
  const [places, present] = await Promise.all([placeChoices(actor), findPresentLocation(enterprise.id)]);
  if (!present) notFound();
  return (
    <EnterpriseFormPage
      title="更正所在地"
      enterprise={enterprise}
      lead="只用于改正登记错误：保存后视为从起始日期起就是这样，过去的覆盖率也会随之改变。企业真的搬了，请用“迁址、入驻变更”。"
    >
      <ActionForm
        action={correctLocationAction}
        requestKey={randomUUID()}
        submitLabel="保存更正"
        cancelHref={`/enterprises/${enterprise.id}`}
      >
        <input type="hidden" name="id" value={enterprise.id} />
        <VersionField version={enterprise.version} />
        <PlaceFields
          choices={places}
          empty="从未在该园区（删除这条登记）"
          dayName="locatedOn"
          dayLabel="从哪一天起在该园区"
          initial={present}
          day={present.validFrom}
        />
      </ActionForm>
    </EnterpriseFormPage>
  );
}

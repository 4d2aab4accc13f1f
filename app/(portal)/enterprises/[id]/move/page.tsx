import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnterpriseFormPage } from "@/components/enterprises/enterprise-form-page";
import { PlaceFields } from "@/components/enterprises/place-fields";
import { TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { moveEnterpriseAction } from "@/lib/enterprises/actions";
import { findEnterpriseRow } from "@/lib/enterprises/queries/find-enterprise";
import { findPresentLocation, placeChoices } from "@/lib/enterprises/queries/place-choices";

export const metadata: Metadata = { title: "迁址、入驻变更" };

export default async function MoveEnterprisePage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const enterprise = await findEnterpriseRow(actor, (await props.params).id);
  if (!enterprise?.can.edit) notFound();
  const [places, present] = await Promise.all([placeChoices(actor), findPresentLocation(enterprise.id)]);
  const now = present
    ? `现在登记在${present.words}，${present.isSettled ? "已入驻" : "未入驻"}，从 ${present.validFrom} 起。`
    : "现在没有登记所在园区。";
  return (
    <EnterpriseFormPage
      title="迁址、入驻变更"
      enterprise={enterprise}
      lead={`${now}保存后，原所在地到变更日期为止，历史保留。原来登记有误的，请用“更正所在地”。`}
    >
      <ActionForm
        action={moveEnterpriseAction}
        requestKey={randomUUID()}
        submitLabel="登记变更"
        cancelHref={`/enterprises/${enterprise.id}`}
      >
        <input type="hidden" name="id" value={enterprise.id} />
        <VersionField version={enterprise.version} />
        <PlaceFields
          choices={places}
          empty="不再在任何园区"
          dayName="movedOn"
          dayLabel="变更日期"
          isDayRequired
          initial={present ?? undefined}
          day={actor.day}
        />
        <TextField name="address" label="新地址" hint="地址没有变化可不填" />
      </ActionForm>
    </EnterpriseFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnterpriseFormPage } from "@/components/enterprises/enterprise-form-page";
import { SelectField, TextArea, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { closeEnterpriseAction } from "@/lib/enterprises/actions";
import { registrationLabels } from "@/lib/enterprises/labels";
import { findEnterpriseRow } from "@/lib/enterprises/queries/find-enterprise";
import { closeKinds } from "@/lib/enterprises/schema";

export const metadata: Metadata = { title: "注销企业" };

export default async function CloseEnterprisePage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const enterprise = await findEnterpriseRow(actor, (await props.params).id);
  if (!enterprise?.can.edit) notFound();
  return (
    <EnterpriseFormPage
      title={`注销${enterprise.name}`}
      enterprise={enterprise}
      lead="注销后不再计入在营企业和覆盖率。所在地、支部覆盖、指导员联系和协会会员都到注销日期为止；历史全部保留，误登记可以恢复。"
    >
      <ActionForm
        action={closeEnterpriseAction}
        requestKey={randomUUID()}
        submitLabel="登记注销"
        isDanger
        cancelHref={`/enterprises/${enterprise.id}`}
      >
        <input type="hidden" name="id" value={enterprise.id} />
        <VersionField version={enterprise.version} />
        <SelectField
          name="kind"
          label="终止方式"
          isRequired
          choices={closeKinds.map((value) => ({ value, label: registrationLabels[value] }))}
        />
        <TextField name="closedOn" label="注销日期" type="date" isRequired initial={actor.day} />
        <TextArea name="reason" label="说明" rows={2} />
      </ActionForm>
    </EnterpriseFormPage>
  );
}

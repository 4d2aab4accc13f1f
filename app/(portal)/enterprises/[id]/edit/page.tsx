import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContactFields, EnterpriseFields, NoBranchFields } from "@/components/enterprises/enterprise-form";
import { EnterpriseFormPage } from "@/components/enterprises/enterprise-form-page";
import { CheckField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { updateEnterpriseAction } from "@/lib/enterprises/actions";
import { findEnterpriseRow } from "@/lib/enterprises/queries/find-enterprise";
import { formValuesOf } from "@/lib/enterprises/rules/facts";

export const metadata: Metadata = { title: "更正企业信息" };

export default async function EditEnterprisePage(props: { params: Promise<{ id: string }> }) {
  const enterprise = await findEnterpriseRow(await requireActor(), (await props.params).id);
  if (!enterprise?.can.edit) notFound();
  const initial = formValuesOf(enterprise.facts);
  return (
    <EnterpriseFormPage title="更正企业信息" enterprise={enterprise}>
      <ActionForm
        action={updateEnterpriseAction}
        requestKey={randomUUID()}
        submitLabel="保存"
        cancelHref={`/enterprises/${enterprise.id}`}
      >
        <input type="hidden" name="id" value={enterprise.id} />
        <VersionField version={enterprise.version} />
        <EnterpriseFields
          initial={initial}
          nameHint="只在登记写错时修改；企业改了名，请用“登记更名”，原名称会留作曾用名"
        />
        <ContactFields contactName={initial.contactName} maskedPhone={enterprise.facts.contactPhone} />
        <NoBranchFields reason={initial.noBranchReason} plannedOn={initial.plannedBranchOn} />
        <CheckField
          name="isVerified"
          label="以上内容今天都已核实"
          hint="勾选后，没有改动的内容也以今天为更新日期；不勾选，只有改动的内容更新来源和日期"
        />
      </ActionForm>
    </EnterpriseFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnterpriseFormPage } from "@/components/enterprises/enterprise-form-page";
import { TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { renameEnterpriseAction } from "@/lib/enterprises/actions";
import { findEnterpriseRow } from "@/lib/enterprises/queries/find-enterprise";

export const metadata: Metadata = { title: "登记更名" };

export default async function RenameEnterprisePage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const enterprise = await findEnterpriseRow(actor, (await props.params).id);
  if (!enterprise?.can.edit) notFound();
  return (
    <EnterpriseFormPage
      title="登记更名"
      enterprise={enterprise}
      lead={`现在的名称“${enterprise.name}”将留作曾用名，仍可搜索到。只是登记写错的，请用“更正信息”。`}
    >
      <ActionForm
        action={renameEnterpriseAction}
        requestKey={randomUUID()}
        submitLabel="登记更名"
        cancelHref={`/enterprises/${enterprise.id}`}
      >
        <input type="hidden" name="id" value={enterprise.id} />
        <VersionField version={enterprise.version} />
        <TextField name="name" label="新名称" isRequired hint="与营业执照一致" />
        <TextField name="renamedOn" label="更名日期" type="date" isRequired initial={actor.day} />
      </ActionForm>
    </EnterpriseFormPage>
  );
}

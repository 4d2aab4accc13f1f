import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnterpriseFormPage } from "@/components/enterprises/enterprise-form-page";
import { SelectField, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { revealContactAction } from "@/lib/enterprises/actions";
import { revealPurposeLabels } from "@/lib/enterprises/labels";
import { findEnterpriseRow } from "@/lib/enterprises/queries/find-enterprise";

export const metadata: Metadata = { title: "查看联系电话" };

export default async function RevealContactPage(props: { params: Promise<{ id: string }> }) {
  const enterprise = await findEnterpriseRow(await requireActor(), (await props.params).id);
  if (!enterprise?.can.reveal) notFound();
  const { contactName, contactPhone } = enterprise.facts;
  return (
    <EnterpriseFormPage
      title="查看联系电话"
      enterprise={enterprise}
      lead={`联系人 ${contactName ?? "未登记姓名"}，${contactPhone}。查看完整号码会记入审计记录。`}
    >
      <ActionForm
        action={revealContactAction}
        requestKey={randomUUID()}
        submitLabel="查看完整号码"
        cancelHref={`/enterprises/${enterprise.id}`}
      >
        <input type="hidden" name="id" value={enterprise.id} />
        <SelectField
          name="purpose"
          label="用途"
          isRequired
          choices={Object.entries(revealPurposeLabels).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="detail" label="说明" hint="用途选“其他”时必填" />
      </ActionForm>
    </EnterpriseFormPage>
  );
}

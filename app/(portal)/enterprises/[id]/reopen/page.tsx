import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnterpriseFormPage } from "@/components/enterprises/enterprise-form-page";
import { CheckList, TextArea, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { reopenEnterpriseAction } from "@/lib/enterprises/actions";
import { factsEndedOn } from "@/lib/enterprises/queries/dated-facts";
import { findEnterpriseRow } from "@/lib/enterprises/queries/find-enterprise";

export const metadata: Metadata = { title: "恢复企业" };

export default async function ReopenEnterprisePage(props: { params: Promise<{ id: string }> }) {
  const enterprise = await findEnterpriseRow(await requireActor(), (await props.params).id);
  if (!enterprise?.can.reopen || !enterprise.closedOn) notFound();
  const ended = await factsEndedOn(enterprise.id, enterprise.closedOn);
  return (
    <EnterpriseFormPage
      title={`恢复${enterprise.name}`}
      enterprise={enterprise}
      lead={`只用于误登记的注销（${enterprise.closedOn}，${enterprise.closeReason}）：恢复后视为从未注销，过去的覆盖率也会随之改变。`}
    >
      <ActionForm
        action={reopenEnterpriseAction}
        requestKey={randomUUID()}
        submitLabel="恢复"
        cancelHref={`/enterprises/${enterprise.id}`}
      >
        <input type="hidden" name="id" value={enterprise.id} />
        <VersionField version={enterprise.version} />
        {ended.length > 0 && (
          <CheckList
            name="restore"
            label="注销那天结束、现在一并恢复的"
            choices={ended.map(({ id, words, validFrom }) => ({ value: id, label: words, detail: `${validFrom} 起` }))}
            initial={ended.map(({ id }) => id)}
          />
        )}
        <TextArea name="reason" label="恢复原因" isRequired rows={2} />
      </ActionForm>
    </EnterpriseFormPage>
  );
}

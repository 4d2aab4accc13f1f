import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NamingFields } from "@/components/committees/naming-fields";
import { PageHeader } from "@/components/shell/page-header";
import { TextArea, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { correctCommitteeNameAction } from "@/lib/committees/actions";
import { findCommittee } from "@/lib/committees/queries";

export const metadata: Metadata = { title: "更正名称记录" };

export default async function CorrectNamePage(props: { params: Promise<{ id: string; nameId: string }> }) {
  const { id, nameId } = await props.params;
  const committee = await findCommittee(await requireActor(), id);
  const naming = committee?.names.find((name) => name.id === nameId);
  if (!committee?.can.correct || !naming) notFound();
  const back = `/committees/${committee.id}`;
  return (
    <>
      <PageHeader
        title="更正名称记录"
        trail={[
          { href: "/committees", label: "党委" },
          { href: back, label: committee.name },
        ]}
        note="只用于改正登记错误。真正的更名、改隶请登记变更。"
      />
      <div className="panel max-w-2xl">
        <ActionForm
          action={correctCommitteeNameAction}
          requestKey={randomUUID()}
          submitLabel="保存更正"
          cancelHref={back}
        >
          <input type="hidden" name="id" value={naming.id} />
          <VersionField version={committee.version} />
          <TextField name="validFrom" label="起始日期" type="date" isRequired initial={naming.validFrom} />
          <NamingFields naming={naming} />
          <TextArea name="reason" label="更正原因" isRequired rows={2} />
        </ActionForm>
      </div>
    </>
  );
}

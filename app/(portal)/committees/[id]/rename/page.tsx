import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NamingFields } from "@/components/committees/naming-fields";
import { PageHeader } from "@/components/shell/page-header";
import { TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { renameCommitteeAction } from "@/lib/committees/actions";
import { findCommittee } from "@/lib/committees/queries";

export const metadata: Metadata = { title: "登记更名或变更" };

export default async function RenameCommitteePage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const committee = await findCommittee(actor, (await props.params).id);
  if (!committee?.can.edit) notFound();
  const back = `/committees/${committee.id}`;
  return (
    <>
      <PageHeader
        title="登记更名或变更"
        trail={[
          { href: "/committees", label: "党委" },
          { href: back, label: committee.name },
        ]}
        note="从变更日期起使用新的内容，原来的内容保留在沿革里。登记有误请用“更正”。"
      />
      <div className="panel max-w-2xl">
        <ActionForm action={renameCommitteeAction} requestKey={randomUUID()} submitLabel="登记变更" cancelHref={back}>
          <input type="hidden" name="id" value={committee.id} />
          <VersionField version={committee.version} />
          <TextField name="validFrom" label="变更日期" type="date" isRequired initial={actor.day} />
          <NamingFields naming={committee.present} />
        </ActionForm>
      </div>
    </>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { updateCommitteeAction } from "@/lib/committees/actions";
import { findCommittee } from "@/lib/committees/queries";

export const metadata: Metadata = { title: "修改党委" };

export default async function EditCommitteePage(props: { params: Promise<{ id: string }> }) {
  const committee = await findCommittee(await requireActor(), (await props.params).id);
  if (!committee?.can.edit) notFound();
  const back = `/committees/${committee.id}`;
  return (
    <>
      <PageHeader
        title="修改党委"
        trail={[
          { href: "/committees", label: "党委" },
          { href: back, label: committee.name },
        ]}
        note="名称、行政区、上级机关的变更请在“名称沿革”里登记。"
      />
      <div className="panel max-w-2xl">
        <ActionForm action={updateCommitteeAction} requestKey={randomUUID()} submitLabel="保存" cancelHref={back}>
          <input type="hidden" name="id" value={committee.id} />
          <VersionField version={committee.version} />
          <TextField name="code" label="党委代码" isRequired initial={committee.code} hint="用于导入命令" />
          <TextField name="foundedOn" label="成立日期" type="date" initial={committee.foundedOn ?? ""} />
        </ActionForm>
      </div>
    </>
  );
}

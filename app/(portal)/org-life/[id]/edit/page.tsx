import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditRecordForm } from "@/components/org-life/form/edit-record-form";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { findRecord } from "@/lib/org-life/queries/find-record";
import { openRecordForm } from "@/lib/org-life/queries/open-form";
import { recordOpening } from "@/lib/org-life/schema";

export const metadata: Metadata = { title: "修改组织生活记录" };

export default async function EditRecordPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const actor = await requireActor();
  const record = await findRecord(actor, (await props.params).id);
  if (!record?.can.edit) notFound();
  const asked = recordOpening.parse(await props.searchParams);
  const heldOn = asked.heldOn && asked.heldOn <= actor.day ? asked.heldOn : record.heldOn;
  const branchId = record.branch.id;
  const open = (await openRecordForm(actor, { branchId, heldOn, exceptId: record.id })) ?? notFound();
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="修改组织生活记录"
        trail={[
          { href: "/org-life", label: "组织生活" },
          { href: `/org-life/${record.id}`, label: record.topic },
        ]}
        note={`${record.branch.name}。修改前后的内容都会保留。`}
      />
      <div className="panel">
        <EditRecordForm day={actor.day} heldOn={heldOn} asked={asked} record={record} open={open} />
      </div>
    </div>
  );
}

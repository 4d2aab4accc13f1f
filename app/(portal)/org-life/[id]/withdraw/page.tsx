import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { TextArea, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { withdrawRecordAction } from "@/lib/org-life/actions";
import { findRecord } from "@/lib/org-life/queries/find-record";

export const metadata: Metadata = { title: "撤销记录" };

export default async function WithdrawRecordPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const record = await findRecord(actor, (await props.params).id);
  if (!record?.can.edit) notFound();
  const path = `/org-life/${record.id}`;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="撤销记录"
        trail={[
          { href: "/org-life", label: "组织生活" },
          { href: path, label: record.topic },
        ]}
        note="用于记错了、重复登记的记录。撤销后记录仍可查看，但不再计入统计和计划任务。"
      />
      <div className="panel">
        <ActionForm
          action={withdrawRecordAction}
          requestKey={randomUUID()}
          submitLabel="撤销记录"
          isDanger
          cancelHref={path}
        >
          <input type="hidden" name="id" value={record.id} />
          <VersionField version={record.version} />
          <TextArea name="reason" label="撤销原因" isRequired />
        </ActionForm>
      </div>
    </div>
  );
}

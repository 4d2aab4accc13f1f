import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordSheet } from "@/components/org-life/record-sheet";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { findRecord } from "@/lib/org-life/queries/find-record";

export const metadata: Metadata = { title: "打印组织生活记录" };

export default async function PrintRecordPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const record = (await findRecord(actor, (await props.params).id)) ?? notFound();
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="打印组织生活记录"
          trail={[
            { href: "/org-life", label: "组织生活" },
            { href: `/org-life/${record.id}`, label: record.topic },
          ]}
          note="用浏览器的打印（Ctrl+P）打印或另存为 PDF，纸张选 A4。"
        />
      </div>
      <RecordSheet record={record} printedBy={actor.name} day={actor.day} />
    </>
  );
}

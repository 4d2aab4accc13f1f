import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AttachmentsPanel } from "@/components/attachments/attachments-panel";
import { HistoryPanel } from "@/components/org-life/history-panel";
import { RecordNote } from "@/components/org-life/record-note";
import {
  AttendancePanel,
  ContentPanel,
  FactsPanel,
  ResolutionsPanel,
  TasksPanel,
} from "@/components/org-life/record-panels";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { removeAttachmentAction } from "@/lib/org-life/actions";
import { findRecord } from "@/lib/org-life/queries/find-record";
import { recordHistory } from "@/lib/org-life/queries/record-history";
import { recordNotice } from "@/lib/org-life/schema";

export const metadata: Metadata = { title: "组织生活记录" };

export default async function RecordPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ refusal?: string }>;
}) {
  const actor = await requireActor();
  const record = (await findRecord(actor, (await props.params).id)) ?? notFound();
  const history = await recordHistory(actor, record.id);
  const { refusal } = recordNotice.parse(await props.searchParams);
  const path = `/org-life/${record.id}`;
  return (
    <>
      <PageHeader
        title={record.topic}
        trail={[{ href: "/org-life", label: "组织生活" }]}
        note={<RecordNote record={record} />}
        actions={
          <>
            {record.can.edit && (
              <a className="button" href={`${path}/edit`}>
                修改
              </a>
            )}
            <a className="button" href={`${path}/print`}>
              打印
            </a>
            {record.can.edit && (
              <a className="button button-danger" href={`${path}/withdraw`}>
                撤销记录
              </a>
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <FactsPanel record={record} />
          <ContentPanel record={record} />
          <ResolutionsPanel record={record} />
        </div>
        <div className="grid gap-4">
          <AttendancePanel record={record} />
          <TasksPanel record={record} />
          <AttachmentsPanel
            attachments={record.attachments}
            mayChange={record.can.edit}
            uploadPath={`/api${path}/attachments`}
            removeAction={removeAttachmentAction}
            refusal={refusal}
          />
          <HistoryPanel steps={history} />
        </div>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AttachmentsPanel } from "@/components/attachments/attachments-panel";
import { PageHeader } from "@/components/shell/page-header";
import { RaisedPanel, VisitFactsPanel } from "@/components/visits/visit-panels";
import { requireActor } from "@/lib/auth/session";
import { removeVisitFileAction } from "@/lib/visits/actions";
import { findVisit } from "@/lib/visits/queries/find-visit";
import { visitNotice } from "@/lib/visits/schema";

export const metadata: Metadata = { title: "走访记录" };

export default async function VisitPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ refusal?: string }>;
}) {
  const actor = await requireActor();
  const visit = (await findVisit(actor, (await props.params).id)) ?? notFound();
  const { refusal } = visitNotice.parse(await props.searchParams);
  const path = `/visits/${visit.id}`;
  return (
    <>
      <PageHeader
        title={`${visit.visitedOn} ${visit.target.name}`}
        trail={[{ href: "/visits", label: "实地走访" }]}
        note={visit.withdrawReason && `已撤回：${visit.withdrawReason}`}
        actions={
          <>
            <a className="button" href={`/api/visits/${visit.id}/word`} download>
              Word
            </a>
            {visit.can.askConfirmation && (
              <a className="button" href={`${path}/confirmation`}>
                请企业确认
              </a>
            )}
            {visit.can.correct && (
              <a className="button" href={`${path}/edit`}>
                修改
              </a>
            )}
            {visit.can.withdraw && (
              <a className="button button-danger" href={`${path}/withdraw`}>
                撤回
              </a>
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <VisitFactsPanel visit={visit} />
        <div className="grid gap-4">
          <RaisedPanel visit={visit} />
          <AttachmentsPanel
            attachments={visit.attachments}
            mayChange={visit.can.correct}
            uploadPath={`/api${path}/attachments`}
            removeAction={removeVisitFileAction}
            refusal={refusal}
          />
        </div>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { rolesInWords, subjectInWords } from "@/components/audit/audit-table";
import { ChangeTable } from "@/components/audit/change-table";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { actionLabel } from "@/lib/audit/labels";
import { type AuditDetail, findAuditEntry } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/session";
import { formatMoment } from "@/lib/calendar";

export const metadata: Metadata = { title: "审计记录" };

export default async function AuditEntryPage(props: { params: Promise<{ id: string }> }) {
  const entry = (await findAuditEntry(await requireActor(), (await props.params).id)) ?? notFound();
  return (
    <>
      <PageHeader title={actionLabel(entry.action)} trail={[{ href: "/audit", label: "审计记录" }]} />
      <div className="grid gap-4">
        <Panel title="经过">
          <Facts items={factsOf(entry)} />
        </Panel>
        <Panel title="内容">
          {entry.changes.length === 0 ? (
            <EmptyState title="这项操作没有改动内容" />
          ) : (
            <ChangeTable changes={entry.changes} />
          )}
        </Panel>
      </div>
    </>
  );
}

function factsOf(entry: AuditDetail) {
  const all = entry.subjectId && <a href={`/audit?subject=${entry.subjectId}`}>该对象的全部记录</a>;
  return [
    { label: "时间", value: formatMoment(entry.at) },
    { label: "人员", value: entry.actorName, note: rolesInWords(entry.actorRoles) },
    { label: "结果", value: entry.isRefused ? <Badge tone="bad">被拒绝</Badge> : <Badge tone="good">已完成</Badge> },
    { label: "原因", value: entry.reason },
    { label: "对象", value: subjectInWords(entry), note: all },
    { label: "对象编号", value: entry.subjectId },
    { label: "所属党委", value: entry.committeeName },
    { label: "操作代码", value: entry.action },
    { label: "地址", value: entry.ip },
    { label: "登录编号", value: entry.sessionId },
    { label: "请求编号", value: entry.requestId },
    { label: "记录编号", value: entry.id },
  ];
}

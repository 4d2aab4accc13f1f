import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { EmptyState } from "@/components/shell/empty-state";
import { listHref } from "@/components/shell/list-address";
import { PageHeader } from "@/components/shell/page-header";
import { recordTrailOpened } from "@/lib/audit/commands";
import { canReadTrail } from "@/lib/audit/policy";
import { listAuditEntries } from "@/lib/audit/queries";
import { auditList } from "@/lib/audit/schema";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "审计记录" };

export default async function AuditPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canReadTrail(actor)) notFound();
  await recordTrailOpened(actor);
  const params = await props.searchParams;
  const list = auditList.parse(params);
  const { rows, nextBefore } = await listAuditEntries(actor, list);
  return (
    <>
      <PageHeader title="审计记录" note="按时间倒序。记录只能增加，不能修改或删除；查看和导出也会留下记录。" />
      <AuditFilters list={list} params={params} />
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的记录">
            <a href="/audit">清除筛选</a>
          </EmptyState>
        ) : (
          <AuditTable rows={rows} />
        )}
        <nav aria-label="翻页" className="no-print flex justify-end gap-2 pt-3">
          {list.before && (
            <a className="button" href={listHref("/audit", params, { before: undefined })}>
              回到最新
            </a>
          )}
          {nextBefore && (
            <a className="button" rel="next" href={listHref("/audit", params, { before: nextBefore })}>
              更早的记录
            </a>
          )}
        </nav>
      </div>
    </>
  );
}

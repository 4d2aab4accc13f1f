import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FindingFilters } from "@/components/rulebook/finding-filters";
import { FindingTable } from "@/components/rulebook/finding-table";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";
import { committeeChoices } from "@/lib/committees/queries";
import { pageSize } from "@/lib/forms/list-params";
import { canListFindings } from "@/lib/rulebook/policy";
import { listFindings } from "@/lib/rulebook/queries/list-findings";
import { findingList } from "@/lib/rulebook/schema";

export const metadata: Metadata = { title: "规则提示" };

export default async function FindingsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListFindings(actor)) notFound();
  const params = await props.searchParams;
  const list = findingList.parse(params);
  const hasCommittees = actor.committeeIds.length > 1;
  const [{ rows, total }, committees] = await Promise.all([
    listFindings(actor, list),
    hasCommittees ? committeeChoices(actor) : [],
  ]);
  return (
    <>
      <PageHeader
        title="规则提示"
        trail={[{ href: "/rulebook", label: "规则手册" }]}
        note={`按${formatDayInText(actor.day)}的登记和记录判断。`}
      />
      <FindingFilters params={params} list={list} committees={committees} />
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的规则提示">
            <a href="/rulebook/findings">清除筛选</a>
          </EmptyState>
        ) : (
          <FindingTable rows={rows} params={params} sort={list.sort} showsCommittee={hasCommittees} />
        )}
        <Pagination path="/rulebook/findings" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}

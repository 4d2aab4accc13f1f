import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AheadTable } from "@/components/agenda/ahead-table";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { findBranchAhead } from "@/lib/agenda/queries/ahead";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";

export const metadata: Metadata = { title: "未来 90 天" };

export default async function AheadPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const branch = (await findBranchAhead(actor, (await props.params).id)) ?? notFound();
  return (
    <>
      <PageHeader
        title={`${branch.name}：未来 90 天`}
        trail={[
          { href: "/branches", label: "党支部" },
          { href: `/branches/${branch.id}`, label: branch.name },
        ]}
        note={`${branch.committeeName}，${formatDayInText(actor.day)}至${formatDayInText(branch.until)}。`}
        actions={<p className="muted">按 Ctrl+P 打印，纸张选 A4。</p>}
      />
      <div className="panel">
        {branch.deadlines.length === 0 ? (
          <EmptyState title="没有到期事项">这段时间没有计划任务、总结、换届和转正到期。</EmptyState>
        ) : (
          <AheadTable deadlines={branch.deadlines} day={actor.day} />
        )}
      </div>
    </>
  );
}

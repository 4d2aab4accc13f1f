import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalCard } from "@/components/coverage/proposal-card";
import { EmptyState } from "@/components/shell/empty-state";
import { listHref } from "@/components/shell/list-address";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";
import { canSeeCoverage } from "@/lib/coverage/policy";
import { completeQuestion } from "@/lib/coverage/queries/complete-question";
import { findProposals } from "@/lib/coverage/queries/find-proposals";
import { coverageQuestion } from "@/lib/coverage/schema";

export const metadata: Metadata = { title: "联合组建建议" };

export default async function ProposalsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canSeeCoverage(actor)) notFound();
  const params = await props.searchParams;
  const asked = await completeQuestion(actor, coverageQuestion.parse(params));
  const proposals = await findProposals(actor, {
    day: asked.day,
    ...(asked.committee ? { committeeId: asked.committee } : {}),
  });
  return (
    <>
      <PageHeader
        title="联合组建建议"
        trail={[{ href: listHref("/coverage", params, {}), label: "组织覆盖" }]}
        note={`截至 ${formatDayInText(asked.day)}。未被支部覆盖、有 1—2 名正式党员的在营企业，先同楼宇、后同园区，同类别优先，每组不超过 5 家、合计不少于 3 名正式党员。`}
      />
      {proposals.length === 0 ? (
        <div className="panel">
          <EmptyState title="目前没有可以联合组建的企业">
            <a href="/enterprises">查看企业名录</a>
          </EmptyState>
        </div>
      ) : (
        <ol className="grid gap-4 lg:grid-cols-2">
          {proposals.map((proposal) => (
            <ProposalCard key={proposal.enterprises[0]?.id} proposal={proposal} canFound={asked.day === actor.day} />
          ))}
        </ol>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { CompareChoice } from "@/components/summaries/review/compare-choice";
import { Comparison } from "@/components/summaries/review/comparison";
import { requireActor } from "@/lib/auth/session";
import { findComparison } from "@/lib/summaries/queries/find-comparison";
import { findSummary } from "@/lib/summaries/queries/find-summary";
import { comparison } from "@/lib/summaries/schema";

export const metadata: Metadata = { title: "比较季度总结" };

type Props = {
  params: Promise<{ planId: string; branchId: string }>;
  searchParams: Promise<Record<string, string>>;
};

export default async function CompareSummaryPage(props: Props) {
  const actor = await requireActor();
  const summary = (await findSummary(actor, await props.params)) ?? notFound();
  const asked = comparison.parse(await props.searchParams);
  const found = await findComparison(actor, summary, asked);
  const path = `/summaries/${summary.planId}/${summary.branchId}`;
  return (
    <>
      <PageHeader
        title="比较季度总结"
        trail={[
          { href: "/summaries", label: "季度总结" },
          { href: path, label: summary.branchName },
        ]}
        note={found ? `${found.after.title} 与 ${found.before.title} 相比：标〔增〕的是新增，标〔删〕的是删去。` : null}
      />
      <CompareChoice path={`${path}/compare`} submissions={summary.submissions} asked={asked} />
      <div className="panel">
        {found ? (
          <Comparison before={found.before.content} after={found.after.content} isSamePlan={found.isSamePlan} />
        ) : (
          <EmptyState title="没有可以比较的内容">
            报送过两次，或上季度也报送过总结，才能比较。
            <a href={path}>返回总结</a>
          </EmptyState>
        )}
      </div>
    </>
  );
}

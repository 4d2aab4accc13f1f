import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchChecklist } from "@/components/plans/branch-checklist";
import { DraftTasks } from "@/components/plans/drafting/draft-tasks";
import { PlanActs } from "@/components/plans/plan-acts";
import { ExpectedPanel, TaskOverviewPanel } from "@/components/plans/plan-overview";
import { AmendmentsPanel, PlanFactsPanel, StepsPanel } from "@/components/plans/plan-panels";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { findChecklists } from "@/lib/plans/queries/find-checklists";
import { findOverview } from "@/lib/plans/queries/find-overview";
import { findPlan, listAmendments, listSteps } from "@/lib/plans/queries/find-plan";

export const metadata: Metadata = { title: "季度计划" };

export default async function PlanPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const plan = (await findPlan(actor, (await props.params).id)) ?? notFound();
  const [checklists, overview, amendments, steps] = await Promise.all([
    findChecklists(actor, plan),
    plan.can.oversee ? findOverview(actor, plan) : null,
    listAmendments(actor, plan.id),
    listSteps(actor, plan.id),
  ]);
  return (
    <>
      <PageHeader
        title={plan.title}
        trail={[{ href: "/plans", label: "季度计划" }]}
        note={plan.can.edit && "草稿：只有党委工作人员能看到，发布后通知各支部书记。"}
        actions={<PlanActs plan={plan} />}
      />
      <div className="grid gap-4">
        <PlanFactsPanel plan={plan} />
        {checklists.map((list) => (
          <BranchChecklist key={list.branchId} planId={plan.id} list={list} title={`${list.branchName} · 任务清单`} />
        ))}
        {plan.can.edit && <DraftTasks plan={plan} />}
        {overview && <TaskOverviewPanel plan={plan} overview={overview} />}
        <AmendmentsPanel amendments={amendments} />
        {overview && <ExpectedPanel plan={plan} overview={overview} />}
        <StepsPanel steps={steps} />
      </div>
    </>
  );
}

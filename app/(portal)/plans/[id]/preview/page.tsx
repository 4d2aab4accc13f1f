import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchChecklist } from "@/components/plans/branch-checklist";
import { PlanFactsPanel } from "@/components/plans/plan-panels";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { previewChecklist } from "@/lib/plans/queries/find-checklists";
import { findPlan } from "@/lib/plans/queries/find-plan";

export const metadata: Metadata = { title: "预览季度计划" };

export default async function PreviewPlanPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const plan = await findPlan(actor, (await props.params).id);
  if (!plan?.can.publish) notFound();
  const asRead = { ...plan, status: "PUBLISHED" as const, can: { ...plan.can, edit: false } };
  return (
    <>
      <PageHeader
        title={plan.title}
        trail={[
          { href: "/plans", label: "季度计划" },
          { href: `/plans/${plan.id}`, label: plan.title },
        ]}
        note="预览：发布后支部书记看到的就是这一页，任务下方另有“接收计划”“记一次组织生活”等按钮。"
        actions={
          <>
            <a className="button button-primary" href={`/plans/${plan.id}/publish`}>
              去发布
            </a>
            <a className="button" href={`/plans/${plan.id}`}>
              返回修改
            </a>
          </>
        }
      />
      <div className="grid gap-4">
        <PlanFactsPanel plan={asRead} />
        <BranchChecklist planId={plan.id} list={previewChecklist(actor, plan)} title="本支部 · 任务清单" />
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AmendmentForm } from "@/components/plans/drafting/amendment-form";
import { PlanFormPage } from "@/components/plans/plan-form-page";
import { requireActor } from "@/lib/auth/session";
import { findPlan } from "@/lib/plans/queries/find-plan";
import { amendableBranches } from "@/lib/plans/queries/plan-choices";

export const metadata: Metadata = { title: "修订季度计划" };

export default async function AmendPlanPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const plan = await findPlan(actor, (await props.params).id);
  if (!plan?.can.amend) notFound();
  return (
    <PlanFormPage
      plan={plan}
      title="修订季度计划"
      explanation={<p>修订按顺序编号，与原因一起公开给应报支部，并通知各支部书记。发布后不能撤回，只能再次修订。</p>}
      isWide
    >
      <AmendmentForm plan={plan} branches={await amendableBranches(actor, plan)} />
    </PlanFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlanFormPage } from "@/components/plans/plan-form-page";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { removePlanAction } from "@/lib/plans/actions";
import { findPlan } from "@/lib/plans/queries/find-plan";

export const metadata: Metadata = { title: "删除草稿" };

export default async function RemovePlanPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const plan = await findPlan(actor, (await props.params).id);
  if (!plan?.can.remove) notFound();
  return (
    <PlanFormPage
      plan={plan}
      title="删除草稿"
      explanation={
        <p>
          《{plan.title}》和其中 {plan.tasks.length} 项任务一并删除，不能恢复。草稿还没有发布，支部不受影响。
        </p>
      }
    >
      <ActionForm
        action={removePlanAction}
        requestKey={randomUUID()}
        submitLabel="删除草稿"
        isDanger
        cancelHref={`/plans/${plan.id}`}
      >
        <input type="hidden" name="id" value={plan.id} />
        <input type="hidden" name="version" value={plan.version} />
      </ActionForm>
    </PlanFormPage>
  );
}

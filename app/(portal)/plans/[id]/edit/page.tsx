import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlanFormPage } from "@/components/plans/plan-form-page";
import { TextArea, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { updatePlanAction } from "@/lib/plans/actions";
import { findPlan } from "@/lib/plans/queries/find-plan";
import { summaryDueDays } from "@/lib/plans/rules";

export const metadata: Metadata = { title: "修改季度计划" };

export default async function EditPlanPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const plan = await findPlan(actor, (await props.params).id);
  if (!plan?.can.edit) notFound();
  const days = summaryDueDays(plan.quarter);
  return (
    <PlanFormPage plan={plan} title="修改季度计划">
      <ActionForm
        action={updatePlanAction}
        requestKey={randomUUID()}
        submitLabel="保存"
        cancelHref={`/plans/${plan.id}`}
      >
        <input type="hidden" name="id" value={plan.id} />
        <VersionField version={plan.version} />
        <TextField name="title" label="计划名称" isRequired initial={plan.title} />
        <TextArea
          name="guidance"
          label="总体要求"
          rows={10}
          initial={plan.guidance}
          hint="本季度工作的总体安排，写在任务之前；一行一段。"
        />
        <TextField
          name="summaryDueOn"
          label="总结报送截止日期"
          type="date"
          isRequired
          initial={plan.summaryDueOn}
          hint={`当天报送仍算按时；${days.from} 至 ${days.to}。`}
        />
      </ActionForm>
    </PlanFormPage>
  );
}

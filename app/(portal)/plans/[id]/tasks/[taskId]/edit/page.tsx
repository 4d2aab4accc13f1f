import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TaskFields } from "@/components/plans/drafting/task-fields";
import { PlanFormPage } from "@/components/plans/plan-form-page";
import { VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { updatePlanTaskAction } from "@/lib/plans/actions";
import { findPlan } from "@/lib/plans/queries/find-plan";
import { dueDays } from "@/lib/plans/rules";

export const metadata: Metadata = { title: "修改任务" };

export default async function EditTaskPage(props: { params: Promise<{ id: string; taskId: string }> }) {
  const actor = await requireActor();
  const { id, taskId } = await props.params;
  const plan = await findPlan(actor, id);
  const task = plan?.tasks.find((each) => each.id === taskId);
  if (!plan?.can.edit || !task) notFound();
  return (
    <PlanFormPage plan={plan} title="修改任务" isWide>
      <ActionForm
        action={updatePlanTaskAction}
        requestKey={randomUUID()}
        submitLabel="保存"
        cancelHref={`/plans/${plan.id}#task-${task.id}`}
      >
        <input type="hidden" name="taskId" value={task.id} />
        <VersionField version={plan.version} />
        <TaskFields task={task} days={dueDays(plan.quarter, plan.summaryDueOn)} />
      </ActionForm>
    </PlanFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlanFormPage } from "@/components/plans/plan-form-page";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";
import { publishPlanAction } from "@/lib/plans/actions";
import { findPlan } from "@/lib/plans/queries/find-plan";
import { branchesAlive } from "@/lib/plans/queries/plan-choices";

export const metadata: Metadata = { title: "发布季度计划" };

export default async function PublishPlanPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const plan = await findPlan(actor, (await props.params).id);
  if (!plan?.can.publish) notFound();
  const branches = await branchesAlive(actor, plan.committeeId, actor.day);
  return (
    <PlanFormPage
      plan={plan}
      title="发布季度计划"
      explanation={
        <>
          <p>
            《{plan.title}》共 {plan.tasks.length} 项任务，总结请支部于 {formatDayInText(plan.summaryDueOn)}前报送。
          </p>
          <p>
            发布后应报支部固定为 {plan.committee.name}今天的 {branches.length} 个党支部，并通知各支部书记；
            此后任务只能通过编号的修订更改。
          </p>
          <details>
            <summary className="cursor-pointer">应报支部名单</summary>
            <p className="muted break-words">{branches.map(({ name }) => name).join("、") || "还没有党支部。"}</p>
          </details>
        </>
      }
    >
      <ActionForm
        action={publishPlanAction}
        requestKey={randomUUID()}
        submitLabel="发布"
        cancelHref={`/plans/${plan.id}`}
      >
        <input type="hidden" name="id" value={plan.id} />
        <input type="hidden" name="version" value={plan.version} />
      </ActionForm>
    </PlanFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlanFormPage } from "@/components/plans/plan-form-page";
import { TextArea } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { closePlanAction } from "@/lib/plans/actions";
import { findPlan, listExpected } from "@/lib/plans/queries/find-plan";

export const metadata: Metadata = { title: "办结季度计划" };

export default async function ClosePlanPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const plan = await findPlan(actor, (await props.params).id);
  if (!plan?.can.close) notFound();
  const open = (await listExpected(actor, plan.id)).filter(({ summaryStatus }) => summaryStatus !== "ACCEPTED");
  return (
    <PlanFormPage
      plan={plan}
      title="办结季度计划"
      explanation={
        <>
          <p>办结后支部不能再接收计划、更改任务是否适用，计划不能再修订。</p>
          {open.length === 0 ? (
            <p>应报支部的总结已全部通过。</p>
          ) : (
            <div className="rounded-md border border-attention px-3 py-2">
              <p className="text-attention">还有 {open.length} 个支部的总结没有通过，请填写办结说明：</p>
              <p className="break-words">{open.map(({ branchName }) => branchName).join("、")}</p>
            </div>
          )}
        </>
      }
    >
      <ActionForm
        action={closePlanAction}
        requestKey={randomUUID()}
        submitLabel="办结"
        cancelHref={`/plans/${plan.id}`}
      >
        <input type="hidden" name="id" value={plan.id} />
        <input type="hidden" name="version" value={plan.version} />
        <TextArea name="reason" label="办结说明" isRequired={open.length > 0} />
      </ActionForm>
    </PlanFormPage>
  );
}

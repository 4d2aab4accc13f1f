import { randomUUID } from "node:crypto";
import { AmendedTask } from "@/components/plans/drafting/amended-task";
import { TaskFields } from "@/components/plans/drafting/task-fields";
import { CheckList, TextArea } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { amendPlanAction } from "@/lib/plans/actions";
import type { Plan } from "@/lib/plans/queries/find-plan";
import type { AmendableBranches } from "@/lib/plans/queries/plan-choices";
import { dueDays } from "@/lib/plans/rules";

/** One amendment: why, and what changes of tasks and of the branches expected to report. */
export function AmendmentForm({ plan, branches }: { plan: Plan; branches: AmendableBranches }) {
  const days = dueDays(plan.quarter, plan.summaryDueOn);
  return (
    <ActionForm
      action={amendPlanAction}
      requestKey={randomUUID()}
      submitLabel="发布修订"
      cancelHref={`/plans/${plan.id}`}
    >
      <input type="hidden" name="id" value={plan.id} />
      <input type="hidden" name="version" value={plan.version} />
      <TextArea name="reason" label="修订原因" isRequired />
      <Part title="现有任务" note="展开要更改或取消的任务。">
        {plan.tasks.map((task, index) => (
          <AmendedTask
            key={task.id}
            task={{ id: task.id, title: task.title, detail: task.detail, dueOn: task.dueOn }}
            number={index + 1}
            days={days}
          />
        ))}
      </Part>
      <Part title="新增任务" note="不新增则留空。">
        <TaskFields task={{ kind: "PRIORITY" }} days={days} isOptional />
      </Part>
      {branches.founded.length > 0 && (
        <CheckList name="addedBranchIds" label="增加应报支部（发布后成立）" choices={branches.founded} />
      )}
      {branches.dissolved.length > 0 && (
        <CheckList
          name="removedBranchIds"
          label="移出应报支部（已撤销）"
          choices={branches.dissolved}
          hint="已报送过总结的支部保留在应报支部中，不能移出；没有报送的总结草稿一并删除。"
        />
      )}
    </ActionForm>
  );
}

function Part(props: { title: string; note: string; children: React.ReactNode }) {
  return (
    <fieldset className="grid gap-2 border-t border-line pt-3">
      <legend className="float-left mb-1 w-full font-medium">
        {props.title} <span className="muted font-normal">{props.note}</span>
      </legend>
      {props.children}
    </fieldset>
  );
}

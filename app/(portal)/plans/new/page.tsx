import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { SelectField, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { writeQuarter, writeQuarterInText } from "@/lib/calendar";
import { committeeChoices } from "@/lib/committees/queries";
import { createPlanAction } from "@/lib/plans/actions";
import { canCreatePlan } from "@/lib/plans/policy";
import { copyChoices, plannedQuarters } from "@/lib/plans/queries/plan-choices";
import { proposedTitle } from "@/lib/plans/rules";
import { quartersToPlan, quarterToPlan } from "@/lib/plans/schema";

export const metadata: Metadata = { title: "起草季度计划" };

export default async function NewPlanPage() {
  const actor = await requireActor();
  if (!canCreatePlan(actor)) notFound();
  const [committees, copies] = await Promise.all([committeeChoices(actor), copyChoices(actor)]);
  const [only] = committees.length === 1 ? committees : [];
  const planned = only ? await plannedQuarters(actor, only.id) : new Set<string>();
  const quarters = quartersToPlan(actor.day).filter((quarter) => !planned.has(writeQuarter(quarter)));
  const proposed = quarterToPlan(actor.day, planned);
  return (
    <>
      <PageHeader title="起草季度计划" trail={[{ href: "/plans", label: "季度计划" }]} />
      <div className="panel max-w-2xl">
        <ActionForm action={createPlanAction} requestKey={randomUUID()} submitLabel="起草" cancelHref="/plans">
          {only ? (
            <input type="hidden" name="committeeId" value={only.id} />
          ) : (
            <SelectField
              name="committeeId"
              label="党委"
              isRequired
              empty="请选择"
              choices={committees.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <SelectField
            name="quarter"
            label="季度"
            isRequired
            choices={quarters.map((quarter) => ({ value: writeQuarter(quarter), label: writeQuarterInText(quarter) }))}
            initial={writeQuarter(proposed)}
            hint="每个党委每个季度一个计划；已有计划的季度不再列出。"
          />
          <TextField name="title" label="计划名称" hint={`不填则按季度命名，如“${proposedTitle(proposed)}”。`} />
          <SelectField
            name="copiedFromId"
            label="从以前的计划复制"
            choices={copies}
            empty="不复制，从空白开始"
            hint="复制总体要求和全部任务，完成期限移到新季度的相同位置；复制后可逐项修改。"
          />
        </ActionForm>
      </div>
    </>
  );
}

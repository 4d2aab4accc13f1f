import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParkFormPage } from "@/components/parks/park-form-page";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { addParkFigureAction } from "@/lib/parks/actions";
import { findPark } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "登记上报数据" };

const numbers = [
  ["floorAreaSqm", "建筑面积（㎡）"],
  ["openedAreaSqm", "已投用面积（㎡）"],
  ["registeredCount", "注册企业数"],
  ["settledCount", "入驻企业数"],
  ["employeeCount", "从业人数"],
] as const;

export default async function NewFigurePage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const park = await findPark(actor, (await props.params).id);
  if (!park?.can.edit) notFound();
  return (
    <ParkFormPage
      title="登记上报数据"
      park={park}
      lead="照园区上报的原数登记，不和名册中的企业数合并；没有上报的留空。"
    >
      <ActionForm
        action={addParkFigureAction}
        requestKey={randomUUID()}
        submitLabel="登记"
        cancelHref={`/parks/${park.id}`}
      >
        <input type="hidden" name="parkId" value={park.id} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="reportedOn" label="数据日期" type="date" isRequired initial={actor.day} />
          <TextField name="source" label="数据来源" isRequired placeholder="如 园区管委会月报" />
          {numbers.map(([name, label]) => (
            <TextField key={name} name={name} label={label} inputMode="numeric" />
          ))}
        </div>
      </ActionForm>
    </ParkFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParkFormPage } from "@/components/parks/park-form-page";
import { TextArea, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { closeBuildingAction } from "@/lib/parks/actions";
import { findBuilding } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "停用楼宇" };

export default async function CloseBuildingPage(props: { params: Promise<{ id: string; buildingId: string }> }) {
  const actor = await requireActor();
  const { id, buildingId } = await props.params;
  const building = await findBuilding(actor, id, buildingId);
  if (!building?.can.edit) notFound();
  const { park } = building;
  return (
    <ParkFormPage
      title={`停用${building.name}`}
      park={park}
      building={building}
      lead="停用后不能再登记企业到该楼宇；已有企业和历史数据都保留。"
    >
      <ActionForm
        action={closeBuildingAction}
        requestKey={randomUUID()}
        submitLabel="停用楼宇"
        isDanger
        cancelHref={`/parks/${park.id}/buildings/${building.id}`}
      >
        <input type="hidden" name="id" value={building.id} />
        <VersionField version={building.version} />
        <TextField name="closedOn" label="停用日期" type="date" isRequired initial={actor.day} />
        <TextArea name="reason" label="停用原因" isRequired />
      </ActionForm>
    </ParkFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParkFormPage } from "@/components/parks/park-form-page";
import { TextArea, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { reopenBuildingAction } from "@/lib/parks/actions";
import { findBuilding } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "恢复使用楼宇" };

export default async function ReopenBuildingPage(props: { params: Promise<{ id: string; buildingId: string }> }) {
  const { id, buildingId } = await props.params;
  const building = await findBuilding(await requireActor(), id, buildingId);
  if (!building?.can.reopen) notFound();
  const { park } = building;
  return (
    <ParkFormPage
      title="恢复使用"
      park={park}
      building={building}
      lead={`已于 ${building.closedOn} 停用（${building.closeReason}）。`}
    >
      <ActionForm
        action={reopenBuildingAction}
        requestKey={randomUUID()}
        submitLabel="恢复使用"
        cancelHref={`/parks/${park.id}/buildings/${building.id}`}
      >
        <input type="hidden" name="id" value={building.id} />
        <VersionField version={building.version} />
        <TextArea name="reason" label="恢复原因" isRequired />
      </ActionForm>
    </ParkFormPage>
  );
}

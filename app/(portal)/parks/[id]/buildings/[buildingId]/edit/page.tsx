import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlaceFields } from "@/components/parks/park-form";
import { ParkFormPage } from "@/components/parks/park-form-page";
import { TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { updateBuildingAction } from "@/lib/parks/actions";
import { findBuilding } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "修改楼宇" };

export default async function EditBuildingPage(props: { params: Promise<{ id: string; buildingId: string }> }) {
  const { id, buildingId } = await props.params;
  const building = await findBuilding(await requireActor(), id, buildingId);
  if (!building?.can.edit) notFound();
  const { park } = building;
  return (
    <ParkFormPage title="修改楼宇" park={park} building={building}>
      <ActionForm
        action={updateBuildingAction}
        requestKey={randomUUID()}
        submitLabel="保存"
        cancelHref={`/parks/${park.id}/buildings/${building.id}`}
      >
        <input type="hidden" name="id" value={building.id} />
        <VersionField version={building.version} />
        <TextField name="name" label="楼宇名称" isRequired initial={building.name} />
        <PlaceFields place={building} />
      </ActionForm>
    </ParkFormPage>
  );
}

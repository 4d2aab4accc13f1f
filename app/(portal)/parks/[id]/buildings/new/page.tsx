import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParkFormPage } from "@/components/parks/park-form-page";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { createBuildingAction } from "@/lib/parks/actions";
import { findPark } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "登记楼宇" };

export default async function NewBuildingPage(props: { params: Promise<{ id: string }> }) {
  const park = await findPark(await requireActor(), (await props.params).id);
  if (!park?.can.edit) notFound();
  return (
    <ParkFormPage title="登记楼宇" park={park}>
      <ActionForm
        action={createBuildingAction}
        requestKey={randomUUID()}
        submitLabel="登记"
        cancelHref={`/parks/${park.id}`}
      >
        <input type="hidden" name="parkId" value={park.id} />
        <TextField name="name" label="楼宇名称" isRequired placeholder="如 A1栋" />
        <TextField name="address" label="地址" />
      </ActionForm>
    </ParkFormPage>
  );
}

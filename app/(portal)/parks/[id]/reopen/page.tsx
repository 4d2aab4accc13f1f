import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParkFormPage } from "@/components/parks/park-form-page";
import { TextArea, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { reopenParkAction } from "@/lib/parks/actions";
import { findPark } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "恢复使用园区" };

export default async function ReopenParkPage(props: { params: Promise<{ id: string }> }) {
  const park = await findPark(await requireActor(), (await props.params).id);
  if (!park?.can.reopen) notFound();
  return (
    <ParkFormPage title="恢复使用" park={park} lead={`已于 ${park.closedOn} 停用（${park.closeReason}）。`}>
      <ActionForm
        action={reopenParkAction}
        requestKey={randomUUID()}
        submitLabel="恢复使用"
        cancelHref={`/parks/${park.id}`}
      >
        <input type="hidden" name="id" value={park.id} />
        <VersionField version={park.version} />
        <TextArea name="reason" label="恢复原因" isRequired />
      </ActionForm>
    </ParkFormPage>
  );
}

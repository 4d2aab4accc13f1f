import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ServicePointFields } from "@/components/service-points/service-point-fields";
import { ServicePointFormPage, ServicePointKey } from "@/components/service-points/service-point-form-page";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { updateServicePointAction } from "@/lib/service-points/actions";
import { findServicePoint } from "@/lib/service-points/queries/find-service-point";
import { placeChoices } from "@/lib/service-points/queries/place-choices";

export const metadata: Metadata = { title: "修改服务点" };

export default async function EditServicePointPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const point = await findServicePoint(actor, (await props.params).id);
  if (!point?.can.edit) notFound();
  const open = await placeChoices(actor);
  // A park closed since stands among the choices too: the point is still there.
  const own = { ...point.park, committeeId: point.committeeId, buildings: point.building ? [point.building] : [] };
  const places = open.some(({ id }) => id === own.id) ? open : [own, ...open];
  return (
    <ServicePointFormPage title="修改服务点" point={point}>
      <ActionForm
        action={updateServicePointAction}
        requestKey={randomUUID()}
        submitLabel="保存"
        cancelHref={`/service-points/${point.id}`}
      >
        <ServicePointKey point={point} />
        <ServicePointFields places={places} point={point} />
      </ActionForm>
    </ServicePointFormPage>
  );
}

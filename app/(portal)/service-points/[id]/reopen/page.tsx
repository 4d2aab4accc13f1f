import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ServicePointFormPage, ServicePointKey } from "@/components/service-points/service-point-form-page";
import { TextArea } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { reopenServicePointAction } from "@/lib/service-points/actions";
import { findServicePoint } from "@/lib/service-points/queries/find-service-point";

export const metadata: Metadata = { title: "恢复使用" };

export default async function ReopenServicePointPage(props: { params: Promise<{ id: string }> }) {
  const point = await findServicePoint(await requireActor(), (await props.params).id);
  if (!point?.can.reopen) notFound();
  return (
    <ServicePointFormPage
      title="恢复使用"
      point={point}
      lead={`已于 ${point.closedOn} 撤点（${point.closeReason}）。恢复后请重新安排党建指导员。`}
    >
      <ActionForm
        action={reopenServicePointAction}
        requestKey={randomUUID()}
        submitLabel="恢复使用"
        cancelHref={`/service-points/${point.id}`}
      >
        <ServicePointKey point={point} />
        <TextArea name="reason" label="恢复原因" isRequired />
      </ActionForm>
    </ServicePointFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ServicePointFormPage, ServicePointKey } from "@/components/service-points/service-point-form-page";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { closeServicePointAction } from "@/lib/service-points/actions";
import { findServicePoint } from "@/lib/service-points/queries/find-service-point";

export const metadata: Metadata = { title: "撤点" };

export default async function CloseServicePointPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const point = await findServicePoint(actor, (await props.params).id);
  if (!point?.can.edit) notFound();
  return (
    <ServicePointFormPage
      title={`撤销${point.name}`}
      point={point}
      lead="撤点后不再安排驻点服务，指导员在这里的安排同日结束；历史都保留，登记有误可以恢复。"
    >
      <ActionForm
        action={closeServicePointAction}
        requestKey={randomUUID()}
        submitLabel="撤点"
        isDanger
        cancelHref={`/service-points/${point.id}`}
      >
        <ServicePointKey point={point} />
        <TextField name="closedOn" label="撤点日期" type="date" isRequired initial={actor.day} />
        <TextArea name="reason" label="撤点原因" isRequired />
      </ActionForm>
    </ServicePointFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParkFormPage } from "@/components/parks/park-form-page";
import { TextArea } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { removeParkFigureAction } from "@/lib/parks/actions";
import { findPark } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "删除上报数据" };

export default async function RemoveFigurePage(props: { params: Promise<{ id: string; figureId: string }> }) {
  const { id, figureId } = await props.params;
  const park = await findPark(await requireActor(), id);
  const figure = park?.figures.find((each) => each.id === figureId);
  if (!park?.can.edit || !figure) notFound();
  return (
    <ParkFormPage
      title="删除上报数据"
      park={park}
      lead={`删除 ${figure.reportedOn} 来自“${figure.source}”的数据，用于登记有误的情况；更正后的数据请重新登记。审计记录保留原数。`}
    >
      <ActionForm
        action={removeParkFigureAction}
        requestKey={randomUUID()}
        submitLabel="删除"
        isDanger
        cancelHref={`/parks/${park.id}`}
      >
        <input type="hidden" name="parkId" value={park.id} />
        <input type="hidden" name="figureId" value={figure.id} />
        <TextArea name="reason" label="删除原因" isRequired />
      </ActionForm>
    </ParkFormPage>
  );
}

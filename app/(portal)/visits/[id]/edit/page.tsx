import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { VisitFields } from "@/components/visits/visit-fields";
import { VisitFormPage } from "@/components/visits/visit-form-page";
import { requireActor } from "@/lib/auth/session";
import { correctVisitAction } from "@/lib/visits/actions";
import { findVisit } from "@/lib/visits/queries/find-visit";

export const metadata: Metadata = { title: "修改走访记录" };

export default async function EditVisitPage(props: { params: Promise<{ id: string }> }) {
  const visit = await findVisit(await requireActor(), (await props.params).id);
  if (!visit?.can.correct) notFound();
  return (
    <VisitFormPage
      visit={visit}
      title="修改走访记录"
      note="核对过的企业信息已写入企业档案，不在这里修改；诉求请到诉求页办理。"
    >
      <ActionForm
        action={correctVisitAction}
        requestKey={randomUUID()}
        submitLabel="保存"
        cancelHref={`/visits/${visit.id}`}
      >
        <input type="hidden" name="id" value={visit.id} />
        <VersionField version={visit.version} />
        <VisitFields visit={visit} />
      </ActionForm>
    </VisitFormPage>
  );
}

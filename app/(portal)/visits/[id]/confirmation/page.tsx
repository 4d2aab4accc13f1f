import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/form";
import { VisitFormPage } from "@/components/visits/visit-form-page";
import { requireActor } from "@/lib/auth/session";
import { askConfirmationAction } from "@/lib/visits/actions";
import { findVisit } from "@/lib/visits/queries/find-visit";

export const metadata: Metadata = { title: "请企业确认走访" };

export default async function ConfirmationLinkPage(props: { params: Promise<{ id: string }> }) {
  const visit = await findVisit(await requireActor(), (await props.params).id);
  if (!visit?.can.askConfirmation) notFound();
  return (
    <VisitFormPage
      visit={visit}
      title="请企业确认走访"
      note="不是必须的。生成一个一次性链接发给企业联系人；企业只看到走访的日期、人员和提出的诉求。"
    >
      <ActionForm
        action={askConfirmationAction}
        requestKey={randomUUID()}
        submitLabel="生成链接"
        cancelHref={`/visits/${visit.id}`}
      >
        <input type="hidden" name="id" value={visit.id} />
      </ActionForm>
    </VisitFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TextArea, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { VisitFormPage } from "@/components/visits/visit-form-page";
import { requireActor } from "@/lib/auth/session";
import { withdrawVisitAction } from "@/lib/visits/actions";
import { findVisit } from "@/lib/visits/queries/find-visit";

export const metadata: Metadata = { title: "撤回走访记录" };

export default async function WithdrawVisitPage(props: { params: Promise<{ id: string }> }) {
  const visit = await findVisit(await requireActor(), (await props.params).id);
  if (!visit?.can.withdraw) notFound();
  return (
    <VisitFormPage
      visit={visit}
      title="撤回走访记录"
      note="撤回后记录仍可查看，但不再计入走访；其中提出的诉求继续办理，核对过的企业信息保留。"
    >
      <ActionForm
        action={withdrawVisitAction}
        requestKey={randomUUID()}
        submitLabel="撤回"
        isDanger
        cancelHref={`/visits/${visit.id}`}
      >
        <input type="hidden" name="id" value={visit.id} />
        <VersionField version={visit.version} />
        <TextArea name="reason" label="撤回原因" rows={2} isRequired />
      </ActionForm>
    </VisitFormPage>
  );
}

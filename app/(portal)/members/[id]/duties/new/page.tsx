import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFormPage, MemberKey } from "@/components/members/member-form-page";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { SuggestField } from "@/components/ui/suggest-field";
import { requireActor } from "@/lib/auth/session";
import { recordDutyAction } from "@/lib/members/actions";
import { commonDuties } from "@/lib/members/labels";
import { findMember } from "@/lib/members/queries/find-member";

export const metadata: Metadata = { title: "登记职责" };

export default async function RecordDutyPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const member = await findMember(actor, (await props.params).id);
  if (!member?.can.edit) notFound();
  return (
    <MemberFormPage title="登记职责" member={member}>
      <ActionForm
        action={recordDutyAction}
        requestKey={randomUUID()}
        submitLabel="登记"
        cancelHref={`/members/${member.id}`}
      >
        <MemberKey member={member} />
        <SuggestField name="duty" label="职责" isRequired suggestions={commonDuties} placeholder="如 党员先锋岗" />
        <TextField name="validFrom" label="开始日期" type="date" isRequired initial={actor.day} />
      </ActionForm>
    </MemberFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFormPage, MemberKey } from "@/components/members/member-form-page";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { endDutyAction } from "@/lib/members/actions";
import { findMember } from "@/lib/members/queries/find-member";

export const metadata: Metadata = { title: "结束职责" };

export default async function EndDutyPage(props: { params: Promise<{ id: string; entryId: string }> }) {
  const actor = await requireActor();
  const { id, entryId } = await props.params;
  const member = await findMember(actor, id);
  const duty = member?.entries.find((entry) => entry.id === entryId && entry.kind === "DUTY");
  if (!member?.can.edit || !duty || duty.validTo) notFound();
  return (
    <MemberFormPage title={`结束职责“${duty.detail}”`} member={member} lead={`${duty.validFrom} 起担任。`}>
      <ActionForm
        action={endDutyAction}
        requestKey={randomUUID()}
        submitLabel="结束职责"
        cancelHref={`/members/${member.id}`}
      >
        <MemberKey member={member} />
        <input type="hidden" name="entryId" value={duty.id} />
        <TextField name="on" label="结束日期" type="date" isRequired initial={actor.day} />
      </ActionForm>
    </MemberFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFormPage, MemberKey } from "@/components/members/member-form-page";
import { BranchField } from "@/components/members/place-fields";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { returnMemberAction } from "@/lib/members/actions";
import { branchesToJoin } from "@/lib/members/queries/choices";
import { findMember } from "@/lib/members/queries/find-member";

export const metadata: Metadata = { title: "恢复登记" };

export default async function ReturnMemberPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const member = await findMember(actor, (await props.params).id);
  if (!member?.can.return) notFound();
  const branches = await branchesToJoin(actor, member.committeeId);
  return (
    <MemberFormPage
      title="恢复登记"
      member={member}
      lead={`已于 ${member.leftOn} 离开（${member.leaveReason}）。重新转入或登记有误时恢复；恢复后再登记工作单位。`}
    >
      <ActionForm
        action={returnMemberAction}
        requestKey={randomUUID()}
        submitLabel="恢复登记"
        cancelHref={`/members/${member.id}`}
      >
        <MemberKey member={member} />
        <BranchField label="编入支部" empty="暂不编入" branches={branches} />
        <TextField name="on" label="恢复日期" type="date" isRequired initial={actor.day} />
        <TextArea name="reason" label="恢复原因" isRequired />
      </ActionForm>
    </MemberFormPage>
  );
}

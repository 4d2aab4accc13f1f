import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFormPage, MemberKey } from "@/components/members/member-form-page";
import { BranchField } from "@/components/members/place-fields";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { transferMemberAction } from "@/lib/members/actions";
import { branchesToJoin } from "@/lib/members/queries/choices";
import { findMember } from "@/lib/members/queries/find-member";

export const metadata: Metadata = { title: "转接组织关系" };

export default async function TransferMemberPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const member = await findMember(actor, (await props.params).id);
  if (!member?.can.edit) notFound();
  const branches = await branchesToJoin(actor, member.committeeId);
  const present = member.branch;
  return (
    <MemberFormPage
      title={present ? "转接组织关系" : "编入支部"}
      member={member}
      lead={
        present &&
        `现属“${present.placeName}”（${present.validFrom} 起）。从转接日期起改属新的支部，在原支部的任职同日结束；历史保留。`
      }
    >
      <ActionForm
        action={transferMemberAction}
        requestKey={randomUUID()}
        submitLabel={present ? "转接" : "编入"}
        cancelHref={`/members/${member.id}`}
      >
        <MemberKey member={member} />
        <BranchField
          label={present ? "转入支部" : "编入支部"}
          isRequired
          branches={branches.filter(({ id }) => id !== present?.placeId)}
        />
        <TextField name="on" label={present ? "转接日期" : "编入日期"} type="date" isRequired initial={actor.day} />
        <TextArea name="reason" label="说明" />
      </ActionForm>
    </MemberFormPage>
  );
}

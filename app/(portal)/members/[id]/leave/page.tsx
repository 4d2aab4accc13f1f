import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFormPage, MemberKey } from "@/components/members/member-form-page";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { leaveCommitteeAction } from "@/lib/members/actions";
import { leaveKindLabels } from "@/lib/members/labels";
import { findMember } from "@/lib/members/queries/find-member";

export const metadata: Metadata = { title: "离开登记" };

export default async function LeaveCommitteePage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const member = await findMember(actor, (await props.params).id);
  if (!member?.can.edit) notFound();
  return (
    <MemberFormPage
      title="离开登记"
      member={member}
      lead="登记后不再列入在册党员：组织关系、工作单位、支部任职和职责到离开日期为止。档案和历史都保留，登记有误可以恢复。"
    >
      <ActionForm
        action={leaveCommitteeAction}
        requestKey={randomUUID()}
        submitLabel="登记离开"
        isDanger
        cancelHref={`/members/${member.id}`}
      >
        <MemberKey member={member} />
        <SelectField
          name="kind"
          label="离开原因"
          isRequired
          choices={Object.entries(leaveKindLabels).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="on" label="离开日期" type="date" isRequired initial={actor.day} />
        <TextArea name="detail" label="说明" hint="如转往的党组织名称" />
      </ActionForm>
    </MemberFormPage>
  );
}

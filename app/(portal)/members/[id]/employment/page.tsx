import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFormPage, MemberKey } from "@/components/members/member-form-page";
import { EmploymentFields } from "@/components/members/place-fields";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { changeEmploymentAction } from "@/lib/members/actions";
import { findMember } from "@/lib/members/queries/find-member";

export const metadata: Metadata = { title: "变更工作单位" };

export default async function ChangeEmploymentPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const member = await findMember(actor, (await props.params).id);
  if (!member?.can.edit) notFound();
  const present = member.employment;
  return (
    <MemberFormPage
      title={present ? "变更工作单位" : "登记工作单位"}
      member={member}
      lead={
        present &&
        `现在“${present.placeName}”（${present.validFrom} 起）。换单位、换职务、离职都在这里登记，原记录到变更日期为止。`
      }
    >
      <ActionForm
        action={changeEmploymentAction}
        requestKey={randomUUID()}
        submitLabel="保存"
        cancelHref={`/members/${member.id}`}
      >
        <MemberKey member={member} />
        <EmploymentFields
          isRequired={!present}
          {...(present ? { hint: "离职后没有新单位的，清空此项。" } : {})}
          employer={present?.placeName ?? ""}
          post={present?.detail}
          isManagement={present?.isManagement ?? false}
        />
        <TextField name="on" label={present ? "变更日期" : "入职日期"} type="date" isRequired initial={actor.day} />
      </ActionForm>
    </MemberFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFields } from "@/components/members/member-fields";
import { MemberFormPage, MemberKey } from "@/components/members/member-form-page";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { updateMemberAction } from "@/lib/members/actions";
import { findMember } from "@/lib/members/queries/find-member";

export const metadata: Metadata = { title: "修改党员" };

export default async function EditMemberPage(props: { params: Promise<{ id: string }> }) {
  const member = await findMember(await requireActor(), (await props.params).id);
  if (!member?.can.edit) notFound();
  return (
    <MemberFormPage
      title="修改党员"
      member={member}
      lead="用于更正登记内容。转接组织关系、变更工作单位、转正请在党员页面分别办理，以保留历史。"
    >
      <ActionForm
        action={updateMemberAction}
        requestKey={randomUUID()}
        submitLabel="保存"
        cancelHref={`/members/${member.id}`}
      >
        <MemberKey member={member} />
        <MemberFields member={member} />
      </ActionForm>
    </MemberFormPage>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFormPage } from "@/components/members/member-form-page";
import { SelectField, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { revealNumberAction } from "@/lib/members/actions";
import { personalNumberLabels, revealPurposeLabels } from "@/lib/members/labels";
import { findMember } from "@/lib/members/queries/find-member";

export const metadata: Metadata = { title: "查看完整号码" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ what?: string }> };

/** The number comes as the answer to the form alone: it stands in no address and in no page that can be opened again. */
export default async function RevealNumberPage(props: Props) {
  const member = await findMember(await requireActor(), (await props.params).id);
  const what = (await props.searchParams).what === "phone" ? "phone" : "idNumber";
  const mayReveal = what === "phone" ? member?.can.revealPhone : member?.can.revealIdNumber;
  if (!member || !mayReveal) notFound();
  return (
    <MemberFormPage
      title={`查看${personalNumberLabels[what]}`}
      member={member}
      lead="查看完整号码会记入审计记录：谁、何时、为什么看了谁的号码。"
    >
      <ActionForm action={revealNumberAction} requestKey="" submitLabel="查看" cancelHref={`/members/${member.id}`}>
        <input type="hidden" name="id" value={member.id} />
        <input type="hidden" name="what" value={what} />
        <SelectField
          name="purpose"
          label="用途"
          isRequired
          choices={Object.entries(revealPurposeLabels).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="detail" label="说明" />
      </ActionForm>
    </MemberFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFormPage, MemberKey } from "@/components/members/member-form-page";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { advanceMemberAction } from "@/lib/members/actions";
import { memberStageLabels } from "@/lib/members/labels";
import { findMember } from "@/lib/members/queries/find-member";

export const metadata: Metadata = { title: "登记发展进展" };

const dayLabels: Record<string, string> = {
  ACTIVIST: "确定为积极分子的日期",
  CANDIDATE: "确定为发展对象的日期",
  PROBATIONARY: "支部大会通过为预备党员的日期",
  FULL: "支部大会通过转正的日期",
};

export default async function AdvanceMemberPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const member = await findMember(actor, (await props.params).id);
  if (!member?.can.edit || !member.nextStage) notFound();
  const { nextStage, probation } = member;
  return (
    <MemberFormPage
      title={`登记为${memberStageLabels[nextStage]}`}
      member={member}
      lead={probation && `${member.joinedOn} 入党，预备期到 ${probation.endsOn} 满一年，转正日期不能早于这一天。`}
    >
      <ActionForm
        action={advanceMemberAction}
        requestKey={randomUUID()}
        submitLabel={`登记为${memberStageLabels[nextStage]}`}
        cancelHref={`/members/${member.id}`}
      >
        <MemberKey member={member} />
        <input type="hidden" name="stage" value={nextStage} />
        <TextField name="on" label={dayLabels[nextStage] ?? "日期"} type="date" isRequired initial={actor.day} />
      </ActionForm>
    </MemberFormPage>
  );
}

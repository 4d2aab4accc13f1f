import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFacts, MemberStages } from "@/components/members/member-facts";
import { MemberBranches, MemberDuties, MemberEmployments, MemberOffices } from "@/components/members/member-history";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { memberStageLabels } from "@/lib/members/labels";
import { findMember } from "@/lib/members/queries/find-member";

export const metadata: Metadata = { title: "党员" };

export default async function MemberPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const member = (await findMember(actor, (await props.params).id)) ?? notFound();
  const left = member.leftOn && `已于 ${member.leftOn} 离开：${member.leaveReason}`;
  return (
    <>
      <PageHeader
        title={member.name}
        trail={[{ href: "/members", label: "党员" }]}
        note={left || `${memberStageLabels[member.stage]}${member.isMobile ? " · 流动党员" : ""}`}
        actions={
          <>
            {member.can.edit && (
              <a className="button button-danger" href={`/members/${member.id}/leave`}>
                离开登记
              </a>
            )}
            {member.can.return && (
              <a className="button" href={`/members/${member.id}/return`}>
                恢复登记
              </a>
            )}
          </>
        }
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <MemberFacts member={member} />
        <MemberStages member={member} />
        <MemberBranches member={member} day={actor.day} />
        <MemberEmployments member={member} day={actor.day} />
        <MemberDuties member={member} day={actor.day} />
        <MemberOffices member={member} day={actor.day} />
      </div>
    </>
  );
}

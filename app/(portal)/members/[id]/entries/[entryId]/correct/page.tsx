import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryCorrection, EntryRemoval } from "@/components/members/entry-correction";
import { MemberFormPage } from "@/components/members/member-form-page";
import { requireActor } from "@/lib/auth/session";
import { memberEntryLabels } from "@/lib/members/labels";
import { branchesToJoin } from "@/lib/members/queries/choices";
import { findMember } from "@/lib/members/queries/find-member";

export const metadata: Metadata = { title: "更正记录" };

export default async function CorrectEntryPage(props: { params: Promise<{ id: string; entryId: string }> }) {
  const actor = await requireActor();
  const { id, entryId } = await props.params;
  const member = await findMember(actor, id);
  const entry = member?.entries.find((each) => each.id === entryId && each.kind !== "OFFICE");
  if (!member?.can.correct || !entry) notFound();
  const branches = entry.kind === "MEMBERSHIP" ? await branchesToJoin(actor, member.committeeId) : [];
  return (
    <>
      <MemberFormPage
        title={`更正${memberEntryLabels[entry.kind]}记录`}
        member={member}
        lead="用于改正当时就登记错的内容。情况真有变化的，请回到党员页面办理变更，以保留历史。"
      >
        <EntryCorrection member={member} entry={entry} branches={branches} />
      </MemberFormPage>
      <EntryRemoval member={member} entry={entry} />
    </>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityFormPage } from "@/components/activities/activity-form-page";
import { CheckList, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { inviteBranchesAction } from "@/lib/activities/actions";
import { invitableBranches } from "@/lib/activities/queries/activity-choices";
import { findActivity } from "@/lib/activities/queries/find-activity";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "邀请党支部" };

export default async function InviteBranchesPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ all?: string }>;
}) {
  const actor = await requireActor();
  const activity = await findActivity(actor, (await props.params).id);
  if (!activity?.can.invite) notFound();
  const branches = await invitableBranches(actor, activity.committeeId);
  const isAll = (await props.searchParams).all === "1";
  const path = `/activities/${activity.id}`;
  return (
    <ActivityFormPage
      activity={activity}
      title="邀请党支部"
      explanation={
        <>
          勾选的支部书记会收到通知。
          {!isAll && branches.length > 1 && <a href={`${path}/invite?all=1`}>勾选全部 {branches.length} 个支部</a>}
        </>
      }
    >
      <ActionForm
        key={String(isAll)}
        action={inviteBranchesAction}
        requestKey={randomUUID()}
        submitLabel="保存邀请"
        cancelHref={path}
      >
        <input type="hidden" name="id" value={activity.id} />
        <VersionField version={activity.version} />
        <CheckList
          name="branchIds"
          label="党支部"
          choices={branches}
          initial={isAll ? branches.map(({ value }) => value) : activity.invitedBranchIds}
        />
      </ActionForm>
    </ActivityFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityFormPage } from "@/components/activities/activity-form-page";
import { EnterprisePicker } from "@/components/branches/enterprise-picker";
import { PageHeader } from "@/components/shell/page-header";
import { CheckList } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { inviteEnterprisesAction } from "@/lib/activities/actions";
import { pickInvited } from "@/lib/activities/queries/activity-choices";
import { findActivity } from "@/lib/activities/queries/find-activity";
import { invitePick } from "@/lib/activities/schema";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "邀请企业" };

export default async function InviteEnterprisesPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const actor = await requireActor();
  const activity = await findActivity(actor, (await props.params).id);
  if (!activity?.can.invite) notFound();
  const pick = invitePick.parse(await props.searchParams);
  const { chosen, found } = await pickInvited(actor, activity, pick);
  const path = `/activities/${activity.id}`;
  if (pick.step === "details" && chosen.length > 0) {
    const choices = chosen.map(({ id, name }) => ({ value: id, label: name }));
    return (
      <ActivityFormPage activity={activity} title="邀请企业" explanation="请核对后保存。">
        <ActionForm
          action={inviteEnterprisesAction}
          requestKey={randomUUID()}
          submitLabel={`邀请这 ${chosen.length} 家企业`}
          cancelHref={path}
        >
          <input type="hidden" name="id" value={activity.id} />
          <CheckList name="enterpriseIds" label="企业" choices={choices} initial={choices.map(({ value }) => value)} />
        </ActionForm>
      </ActivityFormPage>
    );
  }
  return (
    <>
      <PageHeader
        title="邀请企业"
        trail={[
          { href: "/activities", label: "主题活动" },
          { href: path, label: activity.title },
        ]}
      />
      <EnterprisePicker
        path={`${path}/invite-enterprises`}
        q={pick.q}
        chosen={chosen}
        found={found}
        foundTitle="已有党支部覆盖、尚未邀请的企业"
        nextLabel="下一步：核对名单"
      />
    </>
  );
}

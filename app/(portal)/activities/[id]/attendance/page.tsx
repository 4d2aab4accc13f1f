import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityFormPage } from "@/components/activities/activity-form-page";
import { AttendanceFields } from "@/components/activities/attendance-fields";
import { EmptyState } from "@/components/shell/empty-state";
import { VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { tickAttendanceAction } from "@/lib/activities/actions";
import { findActivity, listParticipants } from "@/lib/activities/queries/find-activity";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "登记到场" };

export default async function AttendancePage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const activity = await findActivity(actor, (await props.params).id);
  if (!activity?.can.tick) notFound();
  const participants = await listParticipants(actor, activity);
  const path = `/activities/${activity.id}`;
  if (participants.branches.length + participants.enterprises.length === 0) {
    return (
      <ActivityFormPage activity={activity} title="登记到场">
        <EmptyState title="这项活动没有邀请任何单位">
          {activity.can.invite && <a href={`${path}/invite`}>邀请党支部</a>}
        </EmptyState>
      </ActivityFormPage>
    );
  }
  return (
    <ActivityFormPage
      activity={activity}
      title="登记到场"
      explanation="填写各单位到场人数；没有到场填 0，不清楚的留空。只登记单位，不登记个人。"
    >
      <ActionForm action={tickAttendanceAction} requestKey={randomUUID()} submitLabel="保存到场" cancelHref={path}>
        <input type="hidden" name="id" value={activity.id} />
        <VersionField version={activity.version} />
        <AttendanceFields {...participants} />
      </ActionForm>
    </ActivityFormPage>
  );
}

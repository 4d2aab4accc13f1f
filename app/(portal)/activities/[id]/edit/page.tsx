import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityFields } from "@/components/activities/activity-fields";
import { ActivityFormPage } from "@/components/activities/activity-form-page";
import { VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { updateActivityAction } from "@/lib/activities/actions";
import { campaignChoices, taskChoices } from "@/lib/activities/queries/activity-choices";
import { findActivity } from "@/lib/activities/queries/find-activity";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "修改活动" };

export default async function EditActivityPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const activity = await findActivity(actor, (await props.params).id);
  if (!activity?.can.edit) notFound();
  const [tasks, campaigns] = await Promise.all([
    taskChoices(actor, activity.committeeId, activity.taskId),
    campaignChoices(actor, activity.committeeId, activity.id),
  ]);
  return (
    <ActivityFormPage activity={activity} title="修改活动">
      <ActionForm
        action={updateActivityAction}
        requestKey={randomUUID()}
        submitLabel="保存"
        cancelHref={`/activities/${activity.id}`}
      >
        <input type="hidden" name="id" value={activity.id} />
        <VersionField version={activity.version} />
        <ActivityFields activity={activity} tasks={tasks} campaigns={campaigns} />
      </ActionForm>
    </ActivityFormPage>
  );
}

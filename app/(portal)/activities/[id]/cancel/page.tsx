import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityFormPage } from "@/components/activities/activity-form-page";
import { TextArea, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { cancelActivityAction } from "@/lib/activities/actions";
import { findActivity } from "@/lib/activities/queries/find-activity";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "取消活动" };

export default async function CancelActivityPage(props: { params: Promise<{ id: string }> }) {
  const activity = await findActivity(await requireActor(), (await props.params).id);
  if (!activity?.can.cancel) notFound();
  return (
    <ActivityFormPage activity={activity} title="取消活动" explanation="取消后不能恢复；已报名支部的书记会收到通知。">
      <ActionForm
        action={cancelActivityAction}
        requestKey={randomUUID()}
        submitLabel="取消活动"
        isDanger
        cancelHref={`/activities/${activity.id}`}
      >
        <input type="hidden" name="id" value={activity.id} />
        <VersionField version={activity.version} />
        <TextArea name="reason" label="取消原因" rows={2} isRequired />
      </ActionForm>
    </ActivityFormPage>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityFormPage } from "@/components/activities/activity-form-page";
import { ActionForm } from "@/components/ui/form";
import { closeDoorAction, openDoorAction } from "@/lib/activities/actions";
import { findActivity } from "@/lib/activities/queries/find-activity";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "签到码" };

export default async function DoorCodePage(props: { params: Promise<{ id: string }> }) {
  const activity = await findActivity(await requireActor(), (await props.params).id);
  if (!activity?.can.openDoor) notFound();
  const id = <input type="hidden" name="id" value={activity.id} />;
  return (
    <ActivityFormPage
      activity={activity}
      title="签到码"
      explanation="选用：在门口出示签到码，到场的支部书记扫码登记本支部人数。不用签到码，也可以直接登记到场。"
    >
      <div className="grid gap-4">
        <ActionForm
          action={openDoorAction}
          requestKey={randomUUID()}
          submitLabel={activity.hasDoor ? "重新生成签到码" : "生成签到码"}
          cancelHref={`/activities/${activity.id}`}
        >
          {id}
          {activity.hasDoor && <p className="muted">已有一个签到码；重新生成后，原来的立即失效。</p>}
        </ActionForm>
        {activity.hasDoor && (
          <ActionForm action={closeDoorAction} requestKey={randomUUID()} submitLabel="停用签到码" isQuiet>
            {id}
          </ActionForm>
        )}
      </div>
    </ActivityFormPage>
  );
}

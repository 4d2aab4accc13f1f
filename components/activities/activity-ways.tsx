import type { FoundActivity } from "@/lib/activities/queries/find-activity";

/** What the organizer does next: before the day it invites, once it has begun it ticks who came. */
export function ActivityWays({ activity }: { activity: FoundActivity }) {
  const { can } = activity;
  const path = `/activities/${activity.id}`;
  const isPrimary = (one: boolean) => (one ? "button button-primary" : "button");
  return (
    <>
      {can.tick && (
        <a className="button button-primary" href={`${path}/attendance`}>
          登记到场
        </a>
      )}
      {can.invite && (
        <>
          <a className={isPrimary(!can.tick)} href={`${path}/invite`}>
            邀请党支部
          </a>
          <a className="button" href={`${path}/invite-enterprises`}>
            邀请企业
          </a>
        </>
      )}
      {can.openDoor && (
        <a className="button" href={`${path}/door`}>
          签到码
        </a>
      )}
      {can.edit && (
        <a className="button" href={`${path}/edit`}>
          修改
        </a>
      )}
      {can.cancel && (
        <a className="button button-danger" href={`${path}/cancel`}>
          取消活动
        </a>
      )}
    </>
  );
}

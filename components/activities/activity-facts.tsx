import { activityTones } from "@/components/activities/activity-table";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { activityKindLabels, activityStatusLabels, writeDays } from "@/lib/activities/labels";
import type { FoundActivity } from "@/lib/activities/queries/find-activity";

export function ActivityFacts({ activity }: { activity: FoundActivity }) {
  const { task, campaign } = activity;
  return (
    <Panel
      title="活动情况"
      more={<Badge tone={activityTones[activity.status]}>{activityStatusLabels[activity.status]}</Badge>}
    >
      {activity.cancelReason && <p className="mb-3 text-bad">取消原因：{activity.cancelReason}</p>}
      <Facts
        items={[
          { label: "类型", value: activityKindLabels[activity.kind] },
          { label: "日期", value: writeDays(activity) },
          { label: "地点", value: activity.place },
          { label: "组织单位", value: activity.organizerName },
          { label: "主办、协办", value: activity.organizers },
          { label: "报名截止", value: activity.answerUntil },
          {
            label: "计划任务",
            value: task && (task.isLinked ? <a href={`/plans/${task.planId}`}>{task.title}</a> : task.title),
          },
          ...(campaign
            ? [{ label: "所属行动", value: <a href={`/activities/${campaign.id}`}>{campaign.title}</a> }]
            : []),
          { label: "登记人", value: activity.createdByName },
        ]}
      />
      {activity.detail && <p className="mt-4 whitespace-pre-wrap break-words">{activity.detail}</p>}
      {activity.heldNote && (
        <div className="mt-4">
          <h3 className="mb-1 font-medium">活动小结</h3>
          <p className="whitespace-pre-wrap break-words">{activity.heldNote}</p>
        </div>
      )}
    </Panel>
  );
}

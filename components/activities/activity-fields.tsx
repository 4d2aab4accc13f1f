import { type Choice, SelectField, TextArea, TextField } from "@/components/ui/field";
import { activityKindLabels } from "@/lib/activities/labels";
import type { FoundActivity } from "@/lib/activities/queries/find-activity";

const kinds = Object.entries(activityKindLabels).map(([value, label]) => ({ value, label }));

type Props = {
  activity?: FoundActivity;
  /** A task to begin with, where the way led from one. */
  taskId?: string | undefined;
  tasks: Choice[];
  campaigns: Choice[];
};

/** What is asked of every activity, when it is planned and when it is put right. */
export function ActivityFields({ activity, taskId, tasks, campaigns }: Props) {
  return (
    <>
      <TextField name="title" label="活动名称" isRequired initial={activity?.title} />
      <SelectField name="kind" label="活动类型" choices={kinds} isRequired initial={activity?.kind ?? "THEMED"} />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="startsOn" label="开始日期" type="date" isRequired initial={activity?.startsOn} />
        <TextField name="endsOn" label="结束日期" type="date" initial={activity?.endsOn} hint="当天结束可不填。" />
        <TextField
          name="signUpUntil"
          label="报名截止"
          type="date"
          initial={activity?.signUpUntil ?? ""}
          hint="不填即到开始当天。"
        />
      </div>
      <TextField name="place" label="地点" initial={activity?.place ?? ""} />
      <TextField name="organizers" label="主办、协办单位" initial={activity?.organizers} />
      <TextArea name="detail" label="活动内容" rows={4} initial={activity?.detail} />
      <SelectField
        name="taskId"
        label="对应的计划任务"
        choices={tasks}
        empty="不对应计划任务"
        initial={activity ? (activity.taskId ?? "") : taskId}
        hint="活动开展后，到场的支部即有了完成这项任务的依据。"
      />
      {campaigns.length > 0 && (
        <SelectField
          name="campaignId"
          label="所属行动"
          choices={campaigns}
          empty="不属于任何行动"
          initial={activity?.campaignId ?? ""}
          hint="同一宣传行动的各项活动会合在一起汇总。"
        />
      )}
    </>
  );
}

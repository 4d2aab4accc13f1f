import { FilterSelect } from "@/components/shell/filter-fields";
import { activityKindLabels, activityStatusLabels } from "@/lib/activities/labels";
import type { ActivityList } from "@/lib/activities/schema";

export function ActivityFilters(props: {
  list: ActivityList;
  committees: { id: string; name: string }[];
  campaigns: { id: string; title: string }[];
}) {
  const { list } = props;
  return (
    <>
      <FilterSelect name="kind" all="全部类型" value={list.kind} choices={Object.entries(activityKindLabels)} />
      <FilterSelect name="status" all="全部状态" value={list.status} choices={Object.entries(activityStatusLabels)} />
      {props.committees.length > 0 && (
        <FilterSelect
          name="committee"
          all="全部党委"
          value={list.committee}
          choices={props.committees.map(({ id, name }) => [id, name] as const)}
        />
      )}
      {props.campaigns.length > 0 && (
        <FilterSelect
          name="campaign"
          all="全部行动"
          value={list.campaign}
          choices={props.campaigns.map(({ id, title }) => [id, title] as const)}
        />
      )}
    </>
  );
}

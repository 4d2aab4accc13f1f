import { FilterSelect } from "@/components/shell/filter-fields";
import { planStatusLabels } from "@/lib/plans/labels";
import { type PlanList, planStatuses } from "@/lib/plans/schema";

/** The filters of the list of plans. Drafts are the staff's own: who sees none is not asked for them. */
export function PlanFilters(props: {
  list: PlanList;
  years: number[];
  committees: { id: string; name: string }[];
  hasDrafts: boolean;
}) {
  const { list } = props;
  const statuses = planStatuses.filter((status) => props.hasDrafts || status !== "DRAFT");
  return (
    <>
      <FilterSelect
        name="year"
        all="全部年份"
        value={list.year === undefined ? undefined : String(list.year)}
        choices={props.years.map((year) => [String(year), `${year}年`] as const)}
      />
      <FilterSelect
        name="status"
        all="全部状态"
        value={list.status}
        choices={statuses.map((status) => [status, planStatusLabels[status]] as const)}
      />
      {props.committees.length > 1 && (
        <FilterSelect
          name="committee"
          all="全部党委"
          value={list.committee}
          choices={props.committees.map(({ id, name }) => [id, name] as const)}
        />
      )}
    </>
  );
}

import { FilterSelect, FilterTick } from "@/components/shell/filter-fields";
import { requestCategoryLabels, requestStatusLabels } from "@/lib/requests/labels";
import type { RequestList } from "@/lib/requests/schema";

export function RequestFilters(props: { list: RequestList; committees: { id: string; name: string }[] }) {
  const { list } = props;
  return (
    <>
      <FilterSelect name="status" all="全部状态" value={list.status} choices={Object.entries(requestStatusLabels)} />
      <FilterSelect
        name="category"
        all="全部类别"
        value={list.category}
        choices={Object.entries(requestCategoryLabels)}
      />
      {props.committees.length > 0 && (
        <FilterSelect
          name="committee"
          all="全部党委"
          value={list.committee}
          choices={props.committees.map(({ id, name }) => [id, name] as const)}
        />
      )}
      <FilterTick name="overdue" label="已逾期" value={list.overdue} />
      <FilterTick name="mine" label="由我办理" value={list.mine} />
    </>
  );
}

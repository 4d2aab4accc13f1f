import { FilterBar } from "@/components/shell/filter-bar";
import { FilterSelect, FilterTick } from "@/components/shell/filter-fields";
import type { ListParams } from "@/components/shell/list-address";
import { outcomeLabels } from "@/lib/rulebook/labels";
import { rules } from "@/lib/rulebook/rules/rulebook";
import type { FindingList } from "@/lib/rulebook/schema";

const judgedRules = rules.filter(({ check }) => check !== null).map(({ id, title }) => [id, title] as const);

/** The filters of the findings; a person with one committee is not asked for it. */
export function FindingFilters(props: {
  params: ListParams;
  list: FindingList;
  committees: { id: string; name: string }[];
}) {
  const { list, committees } = props;
  return (
    <FilterBar
      path="/rulebook/findings"
      params={props.params}
      search={{ label: "支部名称或拼音首字母", value: list.q }}
      exportPath="/api/rulebook/export"
    >
      <FilterSelect name="rule" all="全部规则" value={list.rule} choices={judgedRules} />
      <FilterSelect name="outcome" all="不符合和待办理" value={list.outcome} choices={Object.entries(outcomeLabels)} />
      {committees.length > 1 && (
        <FilterSelect
          name="committee"
          all="全部党委"
          value={list.committee}
          choices={committees.map(({ id, name }) => [id, name] as const)}
        />
      )}
      <FilterTick name="silenced" label="含已暂缓" value={list.silenced} />
    </FilterBar>
  );
}

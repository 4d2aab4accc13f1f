import { FilterSelect, FilterTick } from "@/components/shell/filter-fields";
import { addQuarters, type Day, quarterOf, writeQuarter, writeQuarterInText } from "@/lib/calendar";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import type { OrgLifeList } from "@/lib/org-life/schema";

type Option = { id: string; name: string };

const kinds = Object.entries(orgLifeKindLabels);
const pairs = (options: Option[]) => options.map(({ id, name }) => [id, name] as const);

/** The filters of the list of records; whoever has one branch or one committee is not asked for it. */
export function RecordFilters(props: { list: OrgLifeList; day: Day; branches: Option[]; committees: Option[] }) {
  const { list } = props;
  return (
    <>
      <FilterSelect
        name="quarter"
        all="全部季度"
        value={list.quarter && writeQuarter(list.quarter)}
        choices={quarters(list, props.day)}
      />
      <FilterSelect name="kind" all="全部类型" value={list.kind} choices={kinds} />
      {props.branches.length > 1 && (
        <FilterSelect name="branch" all="全部支部" value={list.branch} choices={pairs(props.branches)} />
      )}
      {props.committees.length > 1 && (
        <FilterSelect name="committee" all="全部党委" value={list.committee} choices={pairs(props.committees)} />
      )}
      <FilterTick name="withdrawn" label="含已撤销" value={list.withdrawn} />
    </>
  );
}

/** The last eight quarters, and the one asked for when it is older. */
function quarters(list: OrgLifeList, day: Day) {
  const current = quarterOf(day);
  const last = Array.from({ length: 8 }, (_, back) => addQuarters(current, -back));
  const asked = list.quarter;
  const isListed = !asked || last.some((quarter) => writeQuarter(quarter) === writeQuarter(asked));
  return [...last, ...(isListed ? [] : [asked])].map(
    (quarter) => [writeQuarter(quarter), writeQuarterInText(quarter)] as const,
  );
}

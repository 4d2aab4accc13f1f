import { FilterBar } from "@/components/shell/filter-bar";
import type { ListParams } from "@/components/shell/list-address";
import { categoryLabels } from "@/lib/enterprises/labels";
import type { EnterpriseList } from "@/lib/enterprises/schema";

type Named = { id: string; name: string };
type Choice = readonly [value: string, label: string];

const settled: Choice[] = [
  ["yes", "已入驻"],
  ["no", "未入驻"],
];
const coverage: Choice[] = [
  ["single", "单独支部覆盖"],
  ["joint", "联合支部覆盖"],
  ["none", "未覆盖"],
];
const status: Choice[] = [
  ["active", "在营"],
  ["closed", "已注销"],
  ["all", "在营和已注销"],
];

export function EnterpriseFilters(props: {
  params: ListParams;
  list: EnterpriseList;
  parks: Named[];
  buildings: Named[];
  canAskDue: boolean;
}) {
  const { list } = props;
  const coverages: Choice[] = props.canAskDue ? [...coverage, ["due", "应建未建"]] : coverage;
  return (
    <FilterBar
      path="/enterprises"
      params={props.params}
      search={{ label: "名称、拼音首字母或信用代码", value: list.q }}
      exportPath="/api/enterprises/export"
    >
      {props.parks.length > 0 && <Pick name="park" label="全部园区" value={list.park} choices={named(props.parks)} />}
      {props.buildings.length > 0 && (
        <Pick name="building" label="全部楼宇" value={list.building} choices={named(props.buildings)} />
      )}
      <Pick name="category" label="全部类别" value={list.category} choices={Object.entries(categoryLabels)} />
      <Pick name="settled" label="入驻和未入驻" value={list.settled} choices={settled} />
      <Pick name="coverage" label="全部覆盖情况" value={list.coverage} choices={coverages} />
      <Pick name="status" value={list.status} choices={status} />
      <Tick name="withoutCode" label="信用代码待补" value={list.withoutCode} />
      <Tick name="stale" label="人数待更新" value={list.stale} />
      <Tick name="overdue" label="计划建支已过期" value={list.overdue} />
    </FilterBar>
  );
}

const named = (records: Named[]): Choice[] => records.map(({ id, name }) => [id, name]);

function Pick(props: { name: string; label?: string; value: string | undefined; choices: Choice[] }) {
  return (
    <select
      name={props.name}
      aria-label={props.label ?? "状态"}
      defaultValue={props.value ?? ""}
      className="input w-auto min-w-32 flex-1 sm:max-w-44 sm:flex-none"
    >
      {props.label && <option value="">{props.label}</option>}
      {props.choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Tick(props: { name: string; label: string; value: "1" | undefined }) {
  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        name={props.name}
        value="1"
        defaultChecked={props.value === "1"}
        className="size-4 accent-primary"
      />
      {props.label}
    </label>
  );
}

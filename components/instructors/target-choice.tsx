import { FilterSelect, FilterTick } from "@/components/shell/filter-fields";
import { CheckList } from "@/components/ui/field";
import { type TargetKind, targetLabels } from "@/lib/instructors/labels";
import type { TargetChoice as Choice } from "@/lib/instructors/queries/choose-targets";
import type { TargetSearch } from "@/lib/instructors/schema";

/** What narrows the choice: the kind, a part of the name, a park, and those nobody looks after. */
export function TargetFilter(props: { path: string; search: TargetSearch; parks: { id: string; name: string }[] }) {
  const { search, parks } = props;
  return (
    <form action={props.path} className="mb-3 flex flex-wrap items-center gap-3">
      <select name="to" aria-label="联系对象" defaultValue={search.to} className="input w-auto">
        {Object.entries(targetLabels).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <input
        type="search"
        name="q"
        aria-label="名称或拼音首字母"
        placeholder="名称或拼音首字母"
        defaultValue={search.q}
        maxLength={50}
        className="input max-w-72"
      />
      {parks.length > 0 && (
        <FilterSelect
          name="park"
          all="全部园区"
          value={search.park}
          choices={parks.map(({ id, name }) => [id, name] as const)}
        />
      )}
      <FilterTick name="alone" label="还没有指导员" value={search.alone} />
      <button type="submit" className="button">
        筛选
      </button>
    </form>
  );
}

/** The boxes to tick. */
export function TargetChoice(props: { to: TargetKind; choices: Choice[]; hasMore: boolean }) {
  const noun = targetLabels[props.to];
  if (props.choices.length === 0) return <p className="muted">没有可安排的{noun}。请换用其他条件筛选。</p>;
  return (
    <CheckList
      name={`${props.to}Ids`}
      label={noun}
      choices={props.choices.map(({ id, name, instructorNames }) => ({
        value: id,
        label: name,
        ...(instructorNames ? { detail: `现由${instructorNames}联系` } : {}),
      }))}
      {...(props.hasMore ? { hint: `只列出前 ${props.choices.length} 个，其余请用上面的条件筛选。` } : {})}
    />
  );
}

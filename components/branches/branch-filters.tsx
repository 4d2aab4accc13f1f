import { branchKindLabels, termStateLabels } from "@/lib/branches/labels";
import type { BranchList } from "@/lib/branches/schema";

type Option = { id: string; name: string };

/** The filters of the list of branches; a person with one committee, or without parks, is not asked for them. */
export function BranchFilters(props: { list: BranchList; committees: Option[]; parks: Option[] }) {
  const { list } = props;
  const kinds = Object.entries(branchKindLabels).map(([id, name]) => ({ id, name }));
  const terms = [
    { id: "due-soon", name: termStateLabels.DUE_SOON },
    { id: "overdue", name: termStateLabels.OVERDUE },
    { id: "none", name: termStateLabels.NONE },
  ];
  return (
    <>
      <Select name="kind" label="支部类型" value={list.kind} options={kinds} />
      {props.committees.length > 1 && (
        <Select name="committee" label="所属党委" value={list.committee} options={props.committees} />
      )}
      {props.parks.length > 0 && <Select name="park" label="所在园区" value={list.park} options={props.parks} />}
      <Select name="term" label="任期" value={list.term} options={terms} />
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          name="dissolved"
          value="1"
          defaultChecked={list.dissolved === "1"}
          className="size-4 accent-primary"
        />
        含已撤销
      </label>
    </>
  );
}

function Select(props: { name: string; label: string; value: string | undefined; options: Option[] }) {
  return (
    <select
      name={props.name}
      aria-label={props.label}
      defaultValue={props.value ?? ""}
      className="input w-auto max-w-56"
    >
      <option value="">{props.label}：全部</option>
      {props.options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

import { type ListParams, listHref } from "@/components/shell/list-address";

/** A column title that sorts by its column; a second press turns the order round. */
export function SortHeader(props: {
  path: string;
  params: ListParams;
  sort: string;
  column: string;
  label: string;
  isNumber?: boolean;
}) {
  const isUp = props.sort === props.column;
  const isDown = props.sort === `-${props.column}`;
  const next = isUp ? `-${props.column}` : props.column;
  return (
    <th
      scope="col"
      className={props.isNumber ? "number" : undefined}
      aria-sort={isUp ? "ascending" : isDown ? "descending" : undefined}
    >
      <a href={listHref(props.path, props.params, { sort: next, page: undefined })}>
        {props.label}
        {isUp ? " ↑" : isDown ? " ↓" : ""}
      </a>
    </th>
  );
}

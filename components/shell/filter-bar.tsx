import { type ListParams, listHref } from "@/components/shell/list-address";

/** The filters of a list as a plain form: the address is the filter, so it can be shared and bookmarked. */
export function FilterBar(props: {
  path: string;
  params: ListParams;
  search?: { label: string; value: string; name?: string };
  /** Parameters that are no filters and stay as they are, such as the quarter. */
  keep?: string[];
  /** The route that gives this list as Excel under the same filters. */
  exportPath?: string;
  children?: React.ReactNode;
}) {
  const kept = Object.fromEntries((props.keep ?? []).map((name) => [name, props.params[name]]));
  return (
    <form action={props.path} className="no-print mb-3 flex flex-wrap items-center gap-3">
      {["sort", ...(props.keep ?? [])].map((name) => {
        const value = props.params[name];
        return value && <input key={name} type="hidden" name={name} value={value} />;
      })}
      {props.search && (
        <input
          type="search"
          name={props.search.name ?? "q"}
          aria-label={props.search.label}
          placeholder={props.search.label}
          defaultValue={props.search.value}
          maxLength={50}
          className="input max-w-72"
        />
      )}
      {props.children}
      <button type="submit" className="button">
        筛选
      </button>
      <a href={listHref(props.path, kept, {})} className="muted">
        清除
      </a>
      {props.exportPath && (
        <a href={listHref(props.exportPath, props.params, { page: undefined })} className="button ml-auto" download>
          导出 Excel
        </a>
      )}
    </form>
  );
}

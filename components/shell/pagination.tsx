import { type ListParams, listHref } from "@/components/shell/list-address";

/** First, previous and next page of a list, with the total under the same filters. */
export function Pagination(props: { path: string; params: ListParams; page: number; pageSize: number; total: number }) {
  const pages = Math.max(1, Math.ceil(props.total / props.pageSize));
  const to = (page: number) => listHref(props.path, props.params, { page: String(page) });
  return (
    <nav aria-label="翻页" className="no-print flex flex-wrap items-center justify-between gap-2 pt-3">
      <span className="muted">
        共 {props.total} 条，第 {props.page} / {pages} 页
      </span>
      <span className="flex gap-2">
        {props.page > 1 && (
          <a className="button" href={to(props.page - 1)} rel="prev">
            上一页
          </a>
        )}
        {props.page < pages && (
          <a className="button" href={to(props.page + 1)} rel="next">
            下一页
          </a>
        )}
      </span>
    </nav>
  );
}

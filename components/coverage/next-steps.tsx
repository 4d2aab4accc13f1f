import { type ListParams, listHref } from "@/components/shell/list-address";
import { Panel } from "@/components/ui/panel";
import type { CoverageFigures } from "@/lib/coverage/queries/summarize-coverage";

/** What to do next so that more enterprises are covered. */
export function NextSteps(props: { figures: CoverageFigures; joinable: number; params: ListParams }) {
  const { figures, joinable, params } = props;
  return (
    <Panel title="下一步">
      <ul className="grid gap-3">
        <li>
          <a href={listHref("/coverage/enterprises", params, { state: "DUE" })}>应建未建 {figures.due} 家</a>
          <span className="muted">：正式党员 3 名及以上，还没有单独支部。</span>
        </li>
        <li>
          <a href={listHref("/coverage/proposals", params, {})}>联合组建建议</a>
          <span className="muted">：{joinable} 家未覆盖企业各有 1—2 名正式党员，可与邻近企业联合组建。</span>
        </li>
        <li>
          <a href={listHref("/coverage/enterprises", params, { state: "UNWORKED" })}>
            未工作覆盖 {figures.base - figures.worked} 家
          </a>
          <span className="muted">：既无支部覆盖，也无党建指导员联系。</span>
        </li>
      </ul>
    </Panel>
  );
}

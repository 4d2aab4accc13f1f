import { EmptyState } from "@/components/shell/empty-state";
import { Panel } from "@/components/ui/panel";
import { TableRows } from "@/components/ui/table-rows";
import type { ListRow } from "@/lib/bulletins/schema/snapshot";

/** A part of the list behind a figure; left out when it is empty, unless it is what the figure counts. */
export function FigureRows(props: { title: string; noun: string; rows: ListRow[]; isCounted?: true }) {
  if (props.rows.length === 0 && !props.isCounted) return null;
  return (
    <Panel title={`${props.title}（${props.rows.length}）`}>
      {props.rows.length === 0 ? (
        <EmptyState title={`没有计入的${props.noun}`} />
      ) : (
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">{props.noun}</th>
              <th scope="col">情况</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <TableRows
            columns={[{ isHeader: true }, { label: "情况", look: "nowrap" }, { label: "说明" }]}
            rows={props.rows.map(({ name, state, note }) => [name, state, note])}
          />
        </table>
      )}
    </Panel>
  );
}

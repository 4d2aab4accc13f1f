import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { visitKindLabels } from "@/lib/visits/labels";
import type { listVisits } from "@/lib/visits/queries/list-visits";

type Row = Awaited<ReturnType<typeof listVisits>>["rows"][number];

const columns: TableColumn[] = [
  {},
  { label: "对象" },
  { label: "方式", look: "nowrap" },
  { label: "指导员", look: "nowrap" },
  { label: "了解到的情况" },
  { label: "诉求", look: "number" },
];

export function VisitTable(props: { rows: Row[]; params: ListParams; sort: string }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader path="/visits" params={props.params} sort={props.sort} column="visitedOn" label="走访日期" />
          <th scope="col">对象</th>
          <th scope="col">方式</th>
          <th scope="col">指导员</th>
          <th scope="col">了解到的情况</th>
          <th scope="col" className="number">
            诉求
          </th>
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map(cellsOf)} />
    </table>
  );
}

/** Enough of a long text to know it again. */
const shown = 40;

function cellsOf(row: Row): TableCell[] {
  const confirmed = row.confirmedAt ? { badge: { tone: "good" as const, text: "企业已确认" } } : {};
  return [
    { text: row.visitedOn, href: `/visits/${row.id}`, ...confirmed },
    { text: row.target.name, href: row.target.href },
    visitKindLabels[row.kind],
    row.instructor.name,
    row.found.length > shown ? `${row.found.slice(0, shown)}…` : row.found,
    row.requestCount,
  ];
}

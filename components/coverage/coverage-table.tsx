import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import type { CoverageRow } from "@/lib/coverage/queries/list-coverage";
import { categoryLabels } from "@/lib/enterprises/labels";

/** Enterprises with the sentence that says why each counts or does not. */
export function CoverageTable(props: { rows: CoverageRow[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">企业</th>
          <th scope="col">园区楼宇</th>
          <th scope="col">类别</th>
          <th scope="col" className="number">
            正式党员
          </th>
          <th scope="col">覆盖情况</th>
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map(cellsOf)} />
    </table>
  );
}

const columns: TableColumn[] = [
  {},
  { label: "园区楼宇" },
  { label: "类别" },
  { label: "正式党员", look: "number" },
  { label: "覆盖情况" },
];

function cellsOf(row: CoverageRow): TableCell[] {
  return [
    { text: row.name, href: `/enterprises/${row.id}` },
    `${row.parkName ?? ""} ${row.buildingName ?? ""}`,
    categoryLabels[row.category],
    row.fullMemberCount,
    row.sentence,
  ];
}

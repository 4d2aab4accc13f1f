import { type ListParams, listHref } from "@/components/shell/list-address";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import type { CoverageFigures } from "@/lib/coverage/queries/summarize-coverage";
import { writeRate } from "@/lib/coverage/rules/standing";

export type BreakdownRow = { key: string; label: string; filter: ListParams; figures: CoverageFigures };

const columns: TableColumn[] = [
  {},
  { label: "企业", look: "number" },
  { label: "组织覆盖", look: "number" },
  { label: "组织覆盖率", look: "number" },
  { label: "工作覆盖率", look: "number" },
  { label: "应建未建", look: "number" },
];

/** The same rates by park, building, category or scale; every figure opens its list. */
export function CoverageBreakdown(props: { title: string; rows: BreakdownRow[]; params: ListParams }) {
  const to = (row: BreakdownRow, state?: string) =>
    listHref("/coverage/enterprises", props.params, { ...row.filter, state });
  const cellsOf = (row: BreakdownRow): TableCell[] => [
    row.label,
    { text: row.figures.base, href: to(row) },
    { text: row.figures.organized, href: to(row, "ORGANIZED") },
    writeRate(row.figures.organized, row.figures.base),
    writeRate(row.figures.worked, row.figures.base),
    row.figures.due > 0 ? { text: row.figures.due, href: to(row, "DUE") } : 0,
  ];
  return (
    <div className="overflow-x-auto">
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{props.title}</th>
            <th scope="col" className="number">
              企业
            </th>
            <th scope="col" className="number">
              组织覆盖
            </th>
            <th scope="col" className="number">
              组织覆盖率
            </th>
            <th scope="col" className="number">
              工作覆盖率
            </th>
            <th scope="col" className="number">
              应建未建
            </th>
          </tr>
        </thead>
        <TableRows columns={columns} rows={props.rows.map(cellsOf)} />
      </table>
    </div>
  );
}

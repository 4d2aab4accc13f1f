import { type ListParams, listHref } from "@/components/shell/list-address";
import type { CoverageFigures } from "@/lib/coverage/queries/summarize-coverage";
import { writeRate } from "@/lib/coverage/rules/standing";

export type BreakdownRow = { key: string; label: string; filter: ListParams; figures: CoverageFigures };

/** The same rates by park, building, category or scale; every figure opens its list. */
export function CoverageBreakdown(props: { title: string; rows: BreakdownRow[]; params: ListParams }) {
  const to = (row: BreakdownRow, state?: string) =>
    listHref("/coverage/enterprises", props.params, { ...row.filter, state });
  return (
    <div className="overflow-x-auto">
      <table className="table">
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
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <td className="number">
                <a href={to(row)}>{row.figures.base}</a>
              </td>
              <td className="number">
                <a href={to(row, "ORGANIZED")}>{row.figures.organized}</a>
              </td>
              <td className="number">{writeRate(row.figures.organized, row.figures.base)}</td>
              <td className="number">{writeRate(row.figures.worked, row.figures.base)}</td>
              <td className="number">{row.figures.due > 0 ? <a href={to(row, "DUE")}>{row.figures.due}</a> : 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

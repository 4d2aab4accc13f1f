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
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a href={`/enterprises/${row.id}`}>{row.name}</a>
            </td>
            <td data-label="园区楼宇">
              {row.parkName} {row.buildingName}
            </td>
            <td data-label="类别">{categoryLabels[row.category]}</td>
            <td data-label="正式党员" className="number">
              {row.fullMemberCount}
            </td>
            <td data-label="覆盖情况">{row.sentence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { fieldLabel } from "@/lib/audit/field-labels";
import type { Change } from "@/lib/audit/rules";

/** What an act changed: field, value before, value after. A changed value is bold, so that colour is not needed. */
export function ChangeTable({ changes }: { changes: Change[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">操作前</th>
          <th scope="col">操作后</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after, isChanged }) => (
          <tr key={field}>
            <td>{fieldLabel(field)}</td>
            <td data-label="操作前" className="break-all">
              {before ?? "—"}
            </td>
            <td data-label="操作后" className={isChanged ? "break-all font-medium" : "break-all"}>
              {after ?? "—"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

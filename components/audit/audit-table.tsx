import { Badge } from "@/components/ui/badge";
import { roleLabels } from "@/lib/accounts/labels";
import { actionLabel, subjectLabel } from "@/lib/audit/labels";
import type { AuditRow } from "@/lib/audit/queries";
import { formatMoment } from "@/lib/calendar";

export function AuditTable(props: { rows: AuditRow[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">人员</th>
          <th scope="col">角色</th>
          <th scope="col">操作</th>
          <th scope="col">对象</th>
          <th scope="col">原因</th>
          <th scope="col">地址</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((entry) => (
          <tr key={entry.id}>
            <td className="whitespace-nowrap">
              <a href={`/audit/${entry.id}`}>{formatMoment(entry.at)}</a>
            </td>
            <td data-label="人员">{entry.actorName}</td>
            <td data-label="角色">{rolesInWords(entry.actorRoles)}</td>
            <td data-label="操作">
              <span>
                {actionLabel(entry.action)} {entry.isRefused && <Badge tone="bad">被拒绝</Badge>}
              </span>
            </td>
            <td data-label="对象">{subjectInWords(entry)}</td>
            <td data-label="原因">{entry.reason}</td>
            <td data-label="地址">{entry.ip}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Roles as they were at the time of the act. */
export function rolesInWords(roles: string[]): string {
  return roles.map((role) => (role in roleLabels ? roleLabels[role as keyof typeof roleLabels] : role)).join("、");
}

export function subjectInWords(entry: Pick<AuditRow, "subjectType" | "subjectName">): string {
  const kind = subjectLabel(entry.subjectType);
  return entry.subjectName ? `${kind}：${entry.subjectName}` : kind;
}

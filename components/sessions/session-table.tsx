import { Badge } from "@/components/ui/badge";
import { formatInstant } from "@/lib/calendar";
import type { SessionRow } from "@/lib/sessions/queries";

/** Live sessions: where, since when, last used. `actionFor` stands at the end of a row. */
export function SessionTable(props: { rows: SessionRow[]; actionFor?: (row: SessionRow) => React.ReactNode }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">设备</th>
          <th scope="col">地址</th>
          <th scope="col">登录时间</th>
          <th scope="col">最近使用</th>
          {props.actionFor && <th scope="col">操作</th>}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <td>
              <span>
                {row.device} {row.isPresent && <Badge tone="good">本次登录</Badge>}
              </span>
            </td>
            <td data-label="地址">{row.ip}</td>
            <td data-label="登录时间">{formatInstant(row.createdAt)}</td>
            <td data-label="最近使用">{formatInstant(row.lastSeenAt)}</td>
            {props.actionFor && <td>{props.actionFor(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

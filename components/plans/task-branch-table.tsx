import { taskStateTones } from "@/components/plans/state-tones";
import { Badge } from "@/components/ui/badge";
import { explainedLabel, taskStateLabels } from "@/lib/plans/labels";
import type { TaskRow } from "@/lib/plans/queries/find-overview";
import { isExplained } from "@/lib/plans/rules";

/** One task, branch by branch in pinyin order: how it stands and what shows it. */
export function TaskBranchTable({ rows }: { rows: TaskRow[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">党支部</th>
          <th scope="col">状态</th>
          <th scope="col">依据或说明</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.branchId}>
            <td>
              <a href={`/branches/${row.branchId}`}>{row.branchName}</a>
            </td>
            <td data-label="状态">
              <Badge tone={taskStateTones[row.state]}>{taskStateLabels[row.state]}</Badge>
            </td>
            <td data-label="依据或说明">
              <Shows row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shows({ row }: { row: TaskRow }) {
  if (row.records.length + row.activities.length === 0 && !row.result && !row.waiver)
    return <span className="muted">—</span>;
  return (
    <div className="min-w-0 break-words">
      {row.records.map(({ id, heldOn, topic }) => (
        <p key={id}>
          <span className="muted">{heldOn}</span> <a href={`/org-life/${id}`}>{topic}</a>
        </p>
      ))}
      {row.activities.map(({ id, startsOn, title }) => (
        <p key={id}>
          <span className="muted">{startsOn}</span> <a href={`/activities/${id}`}>{title}</a>
        </p>
      ))}
      {row.result && (
        <p>
          {isExplained(row) ? explainedLabel : "总结中说明"}：{row.result}
        </p>
      )}
      {row.waiver && <p>不适用的原因：{row.waiver}</p>}
    </div>
  );
}

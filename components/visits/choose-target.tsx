import { dueTones } from "@/components/instructors/rhythm-table";
import { EmptyState } from "@/components/shell/empty-state";
import { Badge } from "@/components/ui/badge";
import { visitDueLabels } from "@/lib/visits/labels";
import type { RhythmRow } from "@/lib/visits/queries/visit-rhythm";

/** Where the visit went: those owed longest first, each one press away. */
export function ChooseTarget({ rows }: { rows: RhythmRow[] }) {
  if (rows.length === 0) {
    return (
      <div className="panel">
        <EmptyState title="还没有安排联系企业或党支部">请联系党委工作人员。</EmptyState>
      </div>
    );
  }
  return (
    <div className="panel max-w-2xl">
      {rows.map((row) => (
        <a key={row.targetId} href={`/visits/new?to=${row.targetKind}:${row.targetId}`} className="tile">
          <strong>{row.targetName}</strong>
          <span className="muted">{row.lastVisitOn ? `上次走访 ${row.lastVisitOn}` : "还没有走访"}</span>
          <Badge tone={dueTones[row.due]}>{visitDueLabels[row.due]}</Badge>
        </a>
      ))}
    </div>
  );
}

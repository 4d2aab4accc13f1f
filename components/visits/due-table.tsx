import { RhythmTable } from "@/components/instructors/rhythm-table";
import { visitDueLabels } from "@/lib/visits/labels";
import type { RhythmRow } from "@/lib/visits/queries/visit-rhythm";

const words = { last: "上次走访", none: "还没有走访", dueOn: "应走访日期", due: visitDueLabels };

export function DueTable(props: { rows: RhythmRow[]; canRecord: boolean }) {
  const rows = props.rows.map((row) => ({
    ...row,
    lastOn: row.lastVisitOn,
    act: { text: "记一次走访", href: `/visits/new?to=${row.targetKind}:${row.targetId}` },
  }));
  return <RhythmTable rows={rows} words={words} canAct={props.canRecord} />;
}

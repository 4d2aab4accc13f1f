import type { BadgeTone } from "@/components/ui/badge";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { visitDueLabels } from "@/lib/visits/labels";
import type { RhythmRow } from "@/lib/visits/queries/visit-rhythm";
import type { VisitDue } from "@/lib/visits/rules/rhythm";

export const dueTones: Record<VisitDue, BadgeTone> = { OVERDUE: "bad", DUE: "attention", DONE: "good", LATER: "plain" };

const columns: TableColumn[] = [
  {},
  { label: "指导员", look: "nowrap" },
  { label: "上次走访", look: "nowrap" },
  { label: "应走访日期", look: "nowrap" },
  { label: "情况", look: "nowrap" },
  { label: "操作", look: "nowrap" },
];

export function DueTable(props: { rows: RhythmRow[]; canRecord: boolean }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">对象</th>
          <th scope="col">指导员</th>
          <th scope="col">上次走访</th>
          <th scope="col">应走访日期</th>
          <th scope="col">情况</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map((row) => cellsOf(row, props.canRecord))} />
    </table>
  );
}

function cellsOf(row: RhythmRow, canRecord: boolean): TableCell[] {
  const path = row.targetKind === "enterprise" ? "enterprises" : "branches";
  return [
    { text: row.targetName, href: `/${path}/${row.targetId}` },
    row.instructorName,
    row.lastVisitOn ?? "还没有走访",
    row.dueOn,
    { text: null, badge: { tone: dueTones[row.due], text: visitDueLabels[row.due] } },
    canRecord ? { text: "记一次走访", href: `/visits/new?to=${row.targetKind}:${row.targetId}` } : null,
  ];
}

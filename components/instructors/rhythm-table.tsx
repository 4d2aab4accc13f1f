import type { BadgeTone } from "@/components/ui/badge";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import type { Day } from "@/lib/calendar";
import type { Due } from "@/lib/instructors/rules/rhythm";

export const dueTones: Record<Due, BadgeTone> = { OVERDUE: "bad", DUE: "attention", DONE: "good", LATER: "plain" };

export type RhythmTableRow = {
  targetKind: "enterprise" | "branch";
  targetId: string;
  targetName: string;
  instructorName: string;
  lastOn: Day | null;
  dueOn: Day;
  due: Due;
  /** What can be done about it from here. */
  act?: TableCell;
};

/** Who is looked after by whom, and how it stands in a rhythm. */
export function RhythmTable(props: {
  rows: RhythmTableRow[];
  words: { last: string; none: string; dueOn: string; due: Record<Due, string> };
  canAct?: boolean;
}) {
  const { words, canAct } = props;
  const labels = ["指导员", words.last, words.dueOn, "情况", ...(canAct ? ["操作"] : [])];
  const columns: TableColumn[] = [{}, ...labels.map((label) => ({ label, look: "nowrap" as const }))];
  const rows = props.rows.map((row): TableCell[] => [
    { text: row.targetName, href: `/${row.targetKind === "enterprise" ? "enterprises" : "branches"}/${row.targetId}` },
    row.instructorName,
    row.lastOn ?? words.none,
    row.dueOn,
    { text: null, badge: { tone: dueTones[row.due], text: words.due[row.due] } },
    ...(canAct ? [row.act ?? null] : []),
  ]);
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          {["对象", ...labels].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <TableRows columns={columns} rows={rows} />
    </table>
  );
}

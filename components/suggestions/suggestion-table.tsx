import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { formatInstant } from "@/lib/calendar";
import { suggestionKindLabels } from "@/lib/suggestions/labels";
import type { listSuggestions } from "@/lib/suggestions/queries";

type Row = Awaited<ReturnType<typeof listSuggestions>>["rows"][number];

const columns: TableColumn[] = [
  {},
  { label: "类型", look: "nowrap" },
  { label: "提出人", look: "nowrap" },
  { label: "提出时间", look: "nowrap" },
  { label: "状态", look: "nowrap" },
];

export function SuggestionTable(props: { rows: Row[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">内容</th>
          <th scope="col">类型</th>
          <th scope="col">提出人</th>
          <th scope="col">提出时间</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map(cellsOf)} />
    </table>
  );
}

/** Enough of a long text to know it again. */
const shown = 60;

function cellsOf(row: Row): TableCell[] {
  const text = row.text.length > shown ? `${row.text.slice(0, shown)}…` : row.text;
  return [
    { text, href: `/suggestions/${row.id}` },
    suggestionKindLabels[row.kind],
    row.userName,
    formatInstant(row.createdAt),
    row.answeredAt
      ? { text: null, badge: { tone: "good", text: "已答复" } }
      : { text: null, badge: { tone: "attention", text: "待答复" } },
  ];
}

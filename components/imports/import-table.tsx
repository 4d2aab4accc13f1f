import { statusTones } from "@/components/imports/status-tones";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { formatInstant } from "@/lib/calendar";
import { importKindLabels, importStatusLabels } from "@/lib/imports/labels";
import type { listImports } from "@/lib/imports/queries/list-imports";

type Row = Awaited<ReturnType<typeof listImports>>["rows"][number];

const columns: TableColumn[] = [
  {},
  { label: "类型" },
  { label: "状态" },
  { label: "党委" },
  { label: "园区" },
  { label: "上传人" },
  { label: "上传时间", look: "nowrap" },
];

export function ImportTable(props: { rows: Row[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">文件</th>
          <th scope="col">类型</th>
          <th scope="col">状态</th>
          <th scope="col">党委</th>
          <th scope="col">园区</th>
          <th scope="col">上传人</th>
          <th scope="col">上传时间</th>
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map(cellsOf)} />
    </table>
  );
}

function cellsOf(row: Row): TableCell[] {
  return [
    { text: row.fileName, href: `/imports/${row.id}` },
    importKindLabels[row.kind],
    { text: null, badge: { tone: statusTones[row.status], text: importStatusLabels[row.status] } },
    row.committee.name,
    row.park?.name ?? null,
    row.createdByName,
    formatInstant(row.createdAt),
  ];
}

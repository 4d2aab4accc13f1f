import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import type { listRecords } from "@/lib/org-life/queries/list-records";

type Row = Awaited<ReturnType<typeof listRecords>>["rows"][number];

export function RecordTable(props: { rows: Row[]; params: ListParams; sort: string; showsBranch: boolean }) {
  const sorting = { path: "/org-life", params: props.params, sort: props.sort };
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader {...sorting} column="topic" label="主题" />
          <SortHeader {...sorting} column="heldOn" label="日期" />
          <th scope="col">类型</th>
          {props.showsBranch && <th scope="col">党支部</th>}
          <th scope="col" className="number">
            应到
          </th>
          <th scope="col" className="number">
            实到
          </th>
          <th scope="col">主持人</th>
        </tr>
      </thead>
      <TableRows
        columns={columnsOf(props.showsBranch)}
        rows={props.rows.map((row) => cellsOf(row, props.showsBranch))}
      />
    </table>
  );
}

function columnsOf(showsBranch: boolean): TableColumn[] {
  return [
    {},
    { label: "日期", look: "nowrap" },
    { label: "类型" },
    ...(showsBranch ? [{ label: "党支部" }] : []),
    { label: "应到", look: "number" },
    { label: "实到", look: "number" },
    { label: "主持人" },
  ];
}

function cellsOf(row: Row, showsBranch: boolean): TableCell[] {
  return [
    {
      text: row.topic,
      href: `/org-life/${row.id}`,
      badge: row.withdrawnAt ? { tone: "plain", text: "已撤销" } : null,
    },
    row.heldOn,
    row.kinds.map((kind) => orgLifeKindLabels[kind]).join("、"),
    ...(showsBranch ? [{ text: row.branch.name, href: `/branches/${row.branch.id}` }] : []),
    row.counts.called,
    row.counts.present,
    row.host,
  ];
}

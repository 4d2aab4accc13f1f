import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import type { BadgeTone } from "@/components/ui/badge";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import type { RequestStatus } from "@/generated/prisma/enums";
import { requestCategoryLabels, requestStatusLabels, satisfactionLabels } from "@/lib/requests/labels";
import type { listRequests } from "@/lib/requests/queries/list-requests";

type Row = Awaited<ReturnType<typeof listRequests>>["rows"][number];

export const requestTones: Record<RequestStatus, BadgeTone> = {
  OPEN: "attention",
  IN_PROGRESS: "info",
  ANSWERED: "good",
  CLOSED: "plain",
};

const columns: TableColumn[] = [
  {},
  { label: "企业" },
  { label: "类别", look: "nowrap" },
  { label: "提出日期", look: "nowrap" },
  { label: "办理期限", look: "nowrap" },
  { label: "办理人", look: "nowrap" },
  { label: "状态", look: "nowrap" },
];

export function RequestTable(props: { rows: Row[]; params: ListParams; sort: string }) {
  const sorting = { path: "/requests", params: props.params, sort: props.sort };
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">诉求</th>
          <th scope="col">企业</th>
          <th scope="col">类别</th>
          <SortHeader {...sorting} column="raisedOn" label="提出日期" />
          <SortHeader {...sorting} column="dueOn" label="办理期限" />
          <th scope="col">办理人</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map(cellsOf)} />
    </table>
  );
}

/** Enough of a long text to know it again. */
const shown = 50;

function cellsOf(row: Row): TableCell[] {
  const text = row.text.length > shown ? `${row.text.slice(0, shown)}…` : row.text;
  return [
    { text, href: `/requests/${row.id}` },
    { text: row.enterprise.name, href: `/enterprises/${row.enterprise.id}` },
    requestCategoryLabels[row.category],
    row.raisedOn,
    row.isOverdue ? { text: row.dueOn, badge: { tone: "bad", text: "逾期" } } : row.dueOn,
    row.department ? { text: row.ownerName, note: `（转${row.department}）` } : row.ownerName,
    {
      text: null,
      badge: { tone: requestTones[row.status], text: requestStatusLabels[row.status] },
      note: row.satisfaction && ` ${satisfactionLabels[row.satisfaction]}`,
    },
  ];
}

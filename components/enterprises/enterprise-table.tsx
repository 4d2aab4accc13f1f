import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { categoryLabels, coverageLabels } from "@/lib/enterprises/labels";
import type { listEnterprises } from "@/lib/enterprises/queries/list-enterprises";
import { closeWord } from "@/lib/enterprises/rules/facts";

type Row = Awaited<ReturnType<typeof listEnterprises>>["rows"][number];

export function EnterpriseTable(props: { rows: Row[]; params: ListParams; sort: string }) {
  const sortable = { path: "/enterprises", params: props.params, sort: props.sort };
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader {...sortable} column="name" label="企业" />
          <th scope="col">统一社会信用代码</th>
          <th scope="col">类别</th>
          <th scope="col">园区楼宇</th>
          <th scope="col">入驻</th>
          <SortHeader {...sortable} column="registered" label="成立日期" />
          <SortHeader {...sortable} column="employees" label="从业人数" isNumber />
          <th scope="col" className="number">
            正式党员
          </th>
          <th scope="col">支部覆盖</th>
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map(cellsOf)} />
    </table>
  );
}

const columns: TableColumn[] = [
  {},
  { label: "信用代码" },
  { label: "类别" },
  { label: "园区楼宇" },
  { label: "入驻" },
  { label: "成立日期", look: "nowrap" },
  { label: "从业人数", look: "number" },
  { label: "正式党员", look: "number" },
  { label: "支部覆盖" },
];

function cellsOf(row: Row): TableCell[] {
  return [
    { text: row.name, href: `/enterprises/${row.id}`, note: aside(row) },
    row.creditCode ?? { text: null, badge: { tone: "attention", text: "信用代码待补" } },
    categoryLabels[row.category],
    placeOf(row),
    row.standing?.parkName ? (row.standing.isSettled ? "入驻" : "未入驻") : null,
    row.registeredOn,
    row.employeeCount,
    membersOf(row),
    row.closedOn ? null : coverageLabels[row.standing?.coverage ?? "NONE"],
  ];
}

/** Why a row stands here under a name that was not searched, and that an enterprise is no more. */
function aside({ closedOn, closeReason, names }: Row): string {
  const former = names && names.length > 0 ? `（曾用名：${names.map(({ name }) => name).join("、")}）` : "";
  return closedOn ? `（${closedOn} ${closeWord(closeReason)}）${former}` : former;
}

function placeOf({ standing }: Row): string {
  return standing?.parkName ? `${standing.parkName}${standing.buildingName ?? ""}` : "";
}

/** Members on file; where there is none, the number the enterprise declared, named as such. */
function membersOf({ standing, declaredMemberCount }: Row): string | number {
  const onFile = standing?.fullMemberCount ?? 0;
  return onFile === 0 && declaredMemberCount ? `0（申报 ${declaredMemberCount}）` : onFile;
}

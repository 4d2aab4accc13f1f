import type { BadgeTone } from "@/components/ui/badge";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { dutyServiceLabels, shiftStandingLabels, writeDutyDay } from "@/lib/duty/labels";
import type { ShiftRow } from "@/lib/duty/queries/list-shifts";
import type { ShiftStanding } from "@/lib/duty/rules";

export const standingTones: Record<ShiftStanding, BadgeTone> = {
  DONE: "good",
  TODAY: "info",
  PLANNED: "plain",
  MISSED: "attention",
  CANCELLED: "plain",
};

const columns: TableColumn[] = [
  { look: "nowrap" },
  { label: "服务点" },
  { label: "党建指导员", look: "nowrap" },
  { label: "情况", look: "nowrap" },
  { label: "服务人次", look: "number" },
  { label: "服务内容" },
];

/** The shifts of a quarter in the order of their days. */
export function ShiftTable({ rows }: { rows: ShiftRow[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">驻点日期</th>
          <th scope="col">服务点</th>
          <th scope="col">党建指导员</th>
          <th scope="col">情况</th>
          <th scope="col" className="number">
            服务人次
          </th>
          <th scope="col">服务内容</th>
        </tr>
      </thead>
      <TableRows columns={columns} rows={rows.map(cellsOf)} />
    </table>
  );
}

function cellsOf(row: ShiftRow): TableCell[] {
  return [
    { text: writeDutyDay(row.dutyOn), href: `/duty/${row.id}` },
    row.servicePoint.name,
    row.instructor.name,
    { text: null, badge: { tone: standingTones[row.standing], text: shiftStandingLabels[row.standing] } },
    row.servedCount,
    row.services.map((service) => dutyServiceLabels[service]).join("、"),
  ];
}

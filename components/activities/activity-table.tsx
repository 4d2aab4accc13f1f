import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import type { BadgeTone } from "@/components/ui/badge";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import type { ActivityStatus } from "@/generated/prisma/enums";
import { activityKindLabels, activityStatusLabels, writeDays } from "@/lib/activities/labels";
import type { ActivityRow } from "@/lib/activities/queries/list-activities";

export const activityTones: Record<ActivityStatus, BadgeTone> = {
  PLANNED: "info",
  HELD: "good",
  CANCELLED: "plain",
};

const columns: TableColumn[] = [
  {},
  { label: "类型", look: "nowrap" },
  { label: "日期", look: "nowrap" },
  { label: "组织单位" },
  { label: "邀请" },
  { label: "状态", look: "nowrap" },
];

export function ActivityTable(props: { rows: ActivityRow[]; params: ListParams; sort: string }) {
  const sorting = { path: "/activities", params: props.params, sort: props.sort };
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader {...sorting} column="title" label="活动" />
          <th scope="col">类型</th>
          <SortHeader {...sorting} column="startsOn" label="日期" />
          <th scope="col">组织单位</th>
          <th scope="col">邀请</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <TableRows columns={columns} rows={props.rows.map(activityCells)} />
    </table>
  );
}

/** The parts of a campaign, in the order of their days. */
export function ActivityParts({ rows }: { rows: ActivityRow[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          {["活动", "类型", "日期", "组织单位", "邀请", "状态"].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <TableRows columns={columns} rows={rows.map(activityCells)} />
    </table>
  );
}

function activityCells(row: ActivityRow): TableCell[] {
  const asked = [
    row.askedBranches > 0 && `${row.askedBranches} 个支部`,
    row.askedEnterprises > 0 && `${row.askedEnterprises} 家企业`,
  ].filter(Boolean);
  return [
    {
      text: row.title,
      href: `/activities/${row.id}`,
      note: row.taskTitle ? ` 计划任务：${row.taskTitle}` : row.campaign ? ` 属于：${row.campaign.title}` : null,
    },
    activityKindLabels[row.kind],
    writeDays(row),
    row.organizerName,
    asked.join("、") || "—",
    { text: null, badge: { tone: activityTones[row.status], text: activityStatusLabels[row.status] } },
  ];
}

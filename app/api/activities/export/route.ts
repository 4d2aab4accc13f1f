import type { NextRequest } from "next/server";
import { activityKindLabels, activityMeasureLabels, activityStatusLabels, writeAmount } from "@/lib/activities/labels";
import { canListActivities } from "@/lib/activities/policy";
import { exportActivities } from "@/lib/activities/queries/list-activities";
import { activityList } from "@/lib/activities/schema";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { chosenQuarter, writeQuarterInText } from "@/lib/calendar";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "活动", width: 36 },
  { header: "类型" },
  { header: "状态" },
  { header: "开始日期", kind: "day" as const },
  { header: "结束日期", kind: "day" as const },
  { header: "地点", width: 24 },
  { header: "组织单位", width: 30 },
  { header: "主办、协办", width: 30 },
  { header: "计划任务", width: 30 },
  { header: "所属行动", width: 30 },
  { header: "邀请支部" },
  { header: "到场支部" },
  { header: "支部人次" },
  { header: "邀请企业" },
  { header: "到场企业" },
  { header: "企业人次" },
  { header: "成果", width: 50 },
  { header: "小结或取消原因", width: 50 },
];

/** The activities of a quarter as Excel, under the same filters and in the same order. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canListActivities(actor)) return hidden();
  const list = activityList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const found = await exportActivities(actor, list);
  await recordExport(actor, "activity", { filters: list, rowCount: found.length });
  const quarter = writeQuarterInText(chosenQuarter(list.q, actor.day));
  return downloadWorkbook(`${quarter}主题活动 ${actor.day}`, {
    sheetName: "主题活动",
    title: `${quarter}主题活动`,
    note: `截至 ${actor.day}，共 ${found.length} 项`,
    columns,
    rows: [found.map(cellsOf)],
  });
}

function cellsOf(row: Awaited<ReturnType<typeof exportActivities>>[number]): Cell[] {
  const figures = row.figures.map(
    ({ measure, amount, unit, note }) =>
      `${activityMeasureLabels[measure]} ${writeAmount(amount, unit)}${note && `（${note}）`}`,
  );
  return [
    row.title,
    activityKindLabels[row.kind],
    activityStatusLabels[row.status],
    row.startsOn,
    row.endsOn,
    row.place,
    row.organizerName,
    row.organizers || null,
    row.taskTitle,
    row.campaign?.title ?? null,
    row.askedBranches,
    row.branchCount,
    row.branchPeople,
    row.askedEnterprises,
    row.enterpriseCount,
    row.enterprisePeople,
    figures.join("；") || null,
    row.cancelReason ?? (row.heldNote || null),
  ];
}

import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { formatInstant } from "@/lib/calendar";
import { servicePointKindLabels, writeDutyRhythm } from "@/lib/service-points/labels";
import { canListServicePoints } from "@/lib/service-points/policy";
import { exportServicePoints } from "@/lib/service-points/queries/list-service-points";
import { servicePointList } from "@/lib/service-points/schema";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "服务点", width: 32 },
  { header: "阵地类型", width: 24 },
  { header: "园区", width: 26 },
  { header: "楼宇", width: 14 },
  { header: "功能室", width: 40 },
  { header: "开放时间", width: 26 },
  { header: "驻点时间", width: 16 },
  { header: "党建指导员", width: 24 },
  { header: "启用日期", width: 12, kind: "day" as const },
  { header: "撤点日期", width: 12, kind: "day" as const },
];

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canListServicePoints(actor)) return hidden();
  const list = servicePointList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const points = await exportServicePoints(actor, list);
  const { page: _page, ...filters } = list;
  await recordExport(actor, "servicePoint", { filters, rowCount: points.length });
  return downloadWorkbook(`服务点 ${actor.day}`, {
    sheetName: "服务点",
    title: "服务点名单",
    note: `截至 ${actor.day}，共 ${points.length} 个。${actor.name} ${formatInstant(new Date())} 导出`,
    columns,
    rows: [
      points.map((point) => [
        point.name,
        servicePointKindLabels[point.kind],
        point.parkName,
        point.buildingName,
        point.rooms.join("、"),
        point.openingHours,
        writeDutyRhythm(point),
        point.instructorNames,
        point.openedOn,
        point.closedOn,
      ]),
    ],
  });
}

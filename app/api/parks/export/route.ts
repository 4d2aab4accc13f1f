import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { formatInstant } from "@/lib/calendar";
import { canListParks } from "@/lib/parks/policy";
import { exportParks } from "@/lib/parks/queries";
import { parkList } from "@/lib/parks/schema";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "园区", width: 28 },
  { header: "地址", width: 36 },
  { header: "楼宇", width: 8, kind: "number" as const },
  { header: "在册企业", width: 10, kind: "number" as const },
  { header: "其中入驻", width: 10, kind: "number" as const },
  { header: "服务点", width: 8, kind: "number" as const },
  { header: "停用日期", width: 12, kind: "day" as const },
];

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canListParks(actor)) return hidden();
  const list = parkList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const parks = await exportParks(actor, list);
  const { page: _page, ...filters } = list;
  await recordExport(actor, "park", { filters, rowCount: parks.length });
  return downloadWorkbook(`园区 ${actor.day}`, {
    sheetName: "园区",
    title: "园区名单",
    note: `截至 ${actor.day}，共 ${parks.length} 个。${actor.name} ${formatInstant(new Date())} 导出`,
    columns,
    rows: [
      parks.map((park) => [
        park.name,
        park.address,
        park.buildingCount,
        park.registeredCount + park.settledCount,
        park.settledCount,
        park.servicePointCount,
        park.closedOn,
      ]),
    ],
  });
}

import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { downloadWorkbook } from "@/lib/sheets/download";
import { visitKindLabels } from "@/lib/visits/labels";
import { canListVisits } from "@/lib/visits/policy";
import { exportVisits } from "@/lib/visits/queries/list-visits";
import { visitList } from "@/lib/visits/schema";

const columns = [
  { header: "走访日期", kind: "day" as const },
  { header: "对象", width: 36 },
  { header: "方式" },
  { header: "指导员" },
  { header: "见到的人", width: 20 },
  { header: "了解到的情况", width: 60 },
  { header: "做了什么", width: 60 },
  { header: "诉求数", kind: "number" as const },
  { header: "下次走访", kind: "day" as const },
  { header: "企业确认" },
];

/** The list of visits as Excel, under the same filters and in the same order. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canListVisits(actor)) return hidden();
  const list = visitList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const found = await exportVisits(actor, list);
  await recordExport(actor, "visit", { filters: list, rowCount: found.length });
  const rows = found.map((visit) => [
    visit.visitedOn,
    visit.target.name,
    visitKindLabels[visit.kind],
    visit.instructor.name,
    visit.peopleMet,
    visit.found,
    visit.done,
    visit.requestCount,
    visit.nextVisitOn,
    visit.confirmedAt ? "已确认" : null,
  ]);
  return downloadWorkbook(`走访记录 ${actor.day}`, {
    sheetName: "走访记录",
    title: "走访记录",
    note: `截至 ${actor.day}，共 ${rows.length} 次`,
    columns,
    rows: [rows],
  });
}

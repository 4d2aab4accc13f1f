import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import {
  requestCategoryLabels,
  requestOriginLabels,
  requestStatusLabels,
  satisfactionLabels,
} from "@/lib/requests/labels";
import { canListRequests } from "@/lib/requests/policy";
import { exportRequests } from "@/lib/requests/queries/list-requests";
import { requestList } from "@/lib/requests/schema";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";

const columns = [
  { header: "企业", width: 36 },
  { header: "类别" },
  { header: "诉求内容", width: 60 },
  { header: "来源", width: 14 },
  { header: "登记人" },
  { header: "提出日期", kind: "day" as const },
  { header: "办理期限", kind: "day" as const },
  { header: "状态" },
  { header: "是否逾期" },
  { header: "办理人" },
  { header: "转办部门", width: 20 },
  { header: "答复", width: 60 },
  { header: "答复日期", kind: "day" as const },
  { header: "办结日期", kind: "day" as const },
  { header: "满意度" },
  { header: "企业补充", width: 30 },
];

/** The ledger of requests as Excel, under the same filters and in the same order. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canListRequests(actor)) return hidden();
  const list = requestList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const found = await exportRequests(actor, list);
  await recordExport(actor, "request", { filters: list, rowCount: found.length });
  return downloadWorkbook(`企业诉求台账 ${actor.day}`, {
    sheetName: "企业诉求",
    title: "企业诉求台账",
    note: `截至 ${actor.day}，共 ${found.length} 项`,
    columns,
    rows: [found.map(cellsOf)],
  });
}

function cellsOf(row: Awaited<ReturnType<typeof exportRequests>>[number]): Cell[] {
  return [
    row.enterprise.name,
    requestCategoryLabels[row.category],
    row.text,
    requestOriginLabels[row.origin],
    row.createdByName,
    row.raisedOn,
    row.dueOn,
    requestStatusLabels[row.status],
    row.isOverdue ? "是" : "否",
    row.ownerName,
    row.department,
    row.answer || null,
    row.answeredOn,
    row.closedOn,
    row.satisfaction && satisfactionLabels[row.satisfaction],
    row.satisfactionNote || null,
  ];
}

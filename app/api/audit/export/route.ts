import type { NextRequest } from "next/server";
import { rolesInWords } from "@/components/audit/audit-table";
import { actionLabel, subjectLabel } from "@/lib/audit/labels";
import { canReadTrail } from "@/lib/audit/policy";
import { type AuditRow, openAuditEntries } from "@/lib/audit/queries";
import { recordExport } from "@/lib/audit/record-export";
import { auditList } from "@/lib/audit/schema";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { formatMoment } from "@/lib/calendar";
import type { Cell } from "@/lib/sheets/cell";
import { downloadWorkbook } from "@/lib/sheets/download";

/** A sheet that Excel still opens with ease. */
const most = 500_000;

const columns = [
  { header: "时间", width: 20 },
  { header: "人员", width: 14 },
  { header: "角色", width: 16 },
  { header: "操作", width: 22 },
  { header: "结果", width: 8 },
  { header: "对象类别", width: 14 },
  { header: "对象", width: 36 },
  { header: "对象编号", width: 38 },
  { header: "原因", width: 30 },
  { header: "地址", width: 16 },
  { header: "记录编号", width: 38 },
];

/** The trail as Excel under the filters of the screen, newest first. The export leaves an entry of its own. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canReadTrail(actor)) return hidden();
  const { before: _page, ...filters } = auditList.parse(Object.fromEntries(request.nextUrl.searchParams));
  const { rowCount, chunks } = await openAuditEntries(actor, filters, most);
  await recordExport(actor, "audit", { filters, rowCount });
  const cutNote = rowCount === most ? `；只含最新 ${most} 条，请缩小日期范围再导出其余` : "";
  return downloadWorkbook(`审计记录 ${actor.day}`, {
    sheetName: "审计记录",
    title: "审计记录",
    note: `${actor.name} 导出于 ${formatMoment(new Date())}，共 ${rowCount} 条${cutNote}`,
    columns,
    rows: sheetRows(chunks),
  });
}

async function* sheetRows(chunks: AsyncIterable<AuditRow[]>): AsyncGenerator<Cell[][]> {
  for await (const chunk of chunks) yield chunk.map(sheetRow);
}

function sheetRow(entry: AuditRow): Cell[] {
  return [
    formatMoment(entry.at),
    entry.actorName,
    rolesInWords(entry.actorRoles),
    actionLabel(entry.action),
    entry.isRefused ? "被拒绝" : "已完成",
    subjectLabel(entry.subjectType),
    entry.subjectName,
    entry.subjectId,
    entry.reason,
    entry.ip,
    entry.id,
  ];
}

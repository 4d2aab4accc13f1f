import type { NextRequest } from "next/server";
import { chosenMonth } from "@/lib/agenda/rules/month";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { findMonthReport } from "@/lib/instructors/queries/month-report";
import { monthReportColumns, monthReportRows } from "@/lib/instructors/rules/month-files";
import { monthReportScope, monthReportTitle } from "@/lib/instructors/rules/month-text";
import { downloadWorkbook } from "@/lib/sheets/download";

/** The entries of a month report line by line, for whoever may read it. */
export async function GET(request: NextRequest, props: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const month = chosenMonth(request.nextUrl.searchParams.get("month") ?? undefined, actor.day);
  const report = (await findMonthReport(actor, (await props.params).id, month))?.report;
  if (!report) return hidden();
  const rows = monthReportRows(report);
  const filters = { instructor: report.instructor.id, month, file: "Excel" };
  await recordExport(actor, "monthReport", { filters, rowCount: rows.length });
  return downloadWorkbook(monthReportTitle(report), {
    sheetName: "月度工作报告",
    title: monthReportTitle(report),
    note: `${monthReportScope(report)}，共 ${rows.length} 项`,
    columns: monthReportColumns,
    rows: [rows],
  });
}

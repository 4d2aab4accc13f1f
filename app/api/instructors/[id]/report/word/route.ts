import type { NextRequest } from "next/server";
import { chosenMonth } from "@/lib/agenda/rules/month";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { downloadDocument } from "@/lib/documents/download";
import { officialDocument } from "@/lib/documents/official-document";
import { DomainError } from "@/lib/errors";
import { refuseForeignOrigin } from "@/lib/forms/form-action";
import { findMonthReport } from "@/lib/instructors/queries/month-report";
import { monthReportPaper } from "@/lib/instructors/rules/month-files";
import { monthReportTitle } from "@/lib/instructors/rules/month-text";
import { monthReportFile } from "@/lib/instructors/schema";

/** The month report as a Word file, with the closing words of the form; they are in the file and nowhere else. */
export async function POST(request: NextRequest, props: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  try {
    await refuseForeignOrigin();
  } catch (error) {
    if (error instanceof DomainError) return Response.json({ message: error.message }, { status: 403 });
    throw error;
  }
  const parsed = monthReportFile.safeParse(await fieldsOf(request));
  if (!parsed.success) {
    return Response.json({ message: parsed.error.issues.map(({ message }) => message).join(" ") }, { status: 422 });
  }
  const month = chosenMonth(parsed.data.month, actor.day);
  const report = (await findMonthReport(actor, (await props.params).id, month))?.report;
  if (!report) return hidden();
  const file = await officialDocument(monthReportPaper(report, parsed.data.closing));
  const filters = { instructor: report.instructor.id, month, file: "Word" };
  await recordExport(actor, "monthReport", { filters, rowCount: 1 });
  return downloadDocument(monthReportTitle(report), file);
}

/** The form's text fields; empty for a body that is no form. */
async function fieldsOf(request: NextRequest): Promise<Record<string, unknown>> {
  try {
    return Object.fromEntries(await request.formData());
  } catch {
    return {};
  }
}

import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { refusedRows } from "@/lib/imports/queries/find-import";
import { downloadWorkbook } from "@/lib/sheets/download";

/** The refused rows as the file had them, with a column that says why: to be mended and sent again. */
export async function GET(_request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const { id } = await context.params;
  const refused = await refusedRows(actor, id);
  if (!refused) return hidden();
  const { fileName, headers, rows } = refused;
  await recordExport(actor, "import", { filters: { id, outcome: "REFUSED" }, rowCount: rows.length });
  return downloadWorkbook(`退回的行 ${fileName.replace(/\.[^.]+$/, "")}`, {
    sheetName: "退回的行",
    columns: [
      ...headers.map((header) => ({ header, width: 18 })),
      { header: "原行号" },
      { header: "退回原因", width: 60 },
    ],
    rows: [rows.map(({ line, cells, reasons }) => [...cells, line, reasons.join("；")])],
  });
}

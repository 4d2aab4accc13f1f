import { streamWorkbook, type WorkbookPlan } from "./write-workbook";

/** A workbook as a download; the Chinese file name travels by RFC 5987. */
export function downloadWorkbook(fileName: string, plan: WorkbookPlan): Response {
  return new Response(streamWorkbook(plan), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}.xlsx`,
      "cache-control": "no-store",
    },
  });
}

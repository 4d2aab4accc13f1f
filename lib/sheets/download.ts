import { streamWorkbook, type WorkbookPlan } from "./write-workbook";

/** A file is made this far ahead of a slow reader, so that its rows are read and the connection given back in seconds. */
const readAhead = 32 * 1024 * 1024;

/** A workbook as a download; the Chinese file name travels by RFC 5987. */
export function downloadWorkbook(fileName: string, plan: WorkbookPlan): Response {
  const buffered = new TransformStream<Uint8Array, Uint8Array>(
    undefined,
    undefined,
    new ByteLengthQueuingStrategy({ highWaterMark: readAhead }),
  );
  return new Response(streamWorkbook(plan).pipeThrough(buffered), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}.xlsx`,
      "cache-control": "no-store",
    },
  });
}

/** A Word file as a download; the Chinese file name travels by RFC 5987. */
export function downloadDocument(fileName: string, file: Buffer): Response {
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "content-disposition": `attachment; filename="document.docx"; filename*=UTF-8''${encodeName(fileName)}.docx`,
      "cache-control": "no-store",
    },
  });
}

/** Signs that file systems refuse are replaced, those RFC 5987 knows no letter for are escaped. */
function encodeName(fileName: string): string {
  const safe = fileName
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, " ")
    .replace(/\p{Surrogate}/gu, "")
    .trim();
  return encodeURIComponent(safe).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

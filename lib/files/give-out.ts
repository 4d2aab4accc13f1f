import "server-only";
import { openSealedFile } from "@/lib/files/sealed-file";

type Given = { id: string; name: string; mediaType: string; byteCount: number };

/**
 * A kept file as a download, never shown in the page. Its first piece is verified before anything is answered; where a
 * later one was changed, the download breaks off short of the announced length. Null when the file is not there.
 */
export async function giveOutFile(file: Given): Promise<Response | null> {
  const pieces = openSealedFile(file.id);
  let first: IteratorResult<Buffer>;
  try {
    first = await pieces.next();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(first.value),
    pull: async (controller) => {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
  return new Response(body, {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(file.byteCount),
      "content-disposition": attachmentHeader(file.name),
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "no-store",
    },
  });
}

/** RFC 6266: a plain name for old programs, the real one by RFC 5987. */
export function attachmentHeader(name: string): string {
  const extension = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? "";
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="attachment${extension}"; filename*=UTF-8''${encoded}`;
}

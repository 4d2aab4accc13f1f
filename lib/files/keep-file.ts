import "server-only";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { cleanPicture, isPicture } from "@/lib/files/clean-picture";
import { incomingPath, refuseFullDisk } from "@/lib/files/file-folder";
import { tidyFileName } from "@/lib/files/file-name";
import type { Upload } from "@/lib/files/receive-upload";
import { recognizeFile } from "@/lib/files/recognize";
import { sealFile } from "@/lib/files/sealed-file";

export type KeptFile = { id: string; name: string; mediaType: string; byteCount: number; sha256: string };

/** Checks an upload by its content, draws pictures anew, and seals it. Whoever calls keeps the row, or removes the file. */
export async function keepFile(upload: Upload): Promise<KeptFile> {
  const id = randomUUID();
  const name = tidyFileName(upload.name);
  const mediaType = await recognizeFile(upload.path, name);
  const cleaned = isPicture(mediaType) ? incomingPath() : null;
  try {
    if (cleaned && isPicture(mediaType)) await cleanPicture(upload.path, cleaned, mediaType);
    return { id, name, mediaType, ...(await sealFile(id, cleaned ?? upload.path)) };
  } catch (error) {
    throw refuseFullDisk(error);
  } finally {
    if (cleaned) await rm(cleaned, { force: true });
  }
}

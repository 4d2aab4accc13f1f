import "server-only";
import { db } from "@/lib/db/client";
import { removeSealedFile } from "@/lib/files/sealed-file";

/** Once a night: deletes the files of attachments that were taken off, where a crash came between the row and the disk. */
export const sweepFilesJob = { name: "files.sweep", cron: "20 3 * * *" };

/**
 * Files without any row stay: after a restore, or beside the wrong database, they may be the only copy of what a record
 * needs.
 */
export async function sweepFiles(): Promise<void> {
  const removed = await db.attachment.findMany({ where: { removedAt: { not: null } }, select: { id: true } });
  for (const { id } of removed) await removeSealedFile(id);
}

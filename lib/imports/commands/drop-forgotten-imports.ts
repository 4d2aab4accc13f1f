import "server-only";
import { operatorOf } from "@/lib/auth/operator";
import { db } from "@/lib/db/client";
import { cancelImport } from "@/lib/imports/commands/confirm-import";

/** The job's name in the queue. */
export const dropImportsJob = "imports.drop";

/** So long an uploaded file with personal numbers is kept without anybody confirming it. */
const DAYS_KEPT = 7;

/** Cancels imports nobody confirmed within a week; the uploaded file goes with it. */
export async function dropForgottenImports(now: Date = new Date()): Promise<void> {
  const before = new Date(now.getTime() - DAYS_KEPT * 86_400_000);
  const forgotten = await db.importBatch.findMany({
    where: { status: "JUDGED", createdAt: { lt: before } },
    orderBy: { createdAt: "asc" },
    take: 100,
    select: { id: true, committeeId: true },
  });
  for (const { id, committeeId } of forgotten) await cancelImport(operatorOf([committeeId], "系统"), { id });
}

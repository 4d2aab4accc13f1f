import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@/lib/auth/actor";
import { loadActorOfUser } from "@/lib/auth/load-actor";
import { operatorOf } from "@/lib/auth/operator";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { failImport, writeImport } from "@/lib/imports/commands/write-import";
import { log } from "@/lib/log";

/** The job's name in the queue. */
export const writeImportsJob = "imports.write";

const attempts = 3;

/**
 * Writes every confirmed import, oldest first, each for the person who confirmed it and with what that person may do now.
 * Bears being run again at any time: rows that are written stay as they are. What cannot be written is marked as failed.
 */
export async function writeWaitingImports(): Promise<void> {
  const waiting = await db.importBatch.findMany({
    where: { status: "WRITING" },
    orderBy: { confirmedAt: "asc" },
    select: { id: true, committeeId: true, confirmedById: true },
  });
  for (const { id, committeeId, confirmedById } of waiting) {
    const actor = confirmedById ? await loadActorOfUser(confirmedById) : operatorOf([committeeId]);
    try {
      if (!actor) throw new DomainError("FORBIDDEN", "确认导入的账号已停用，导入没有继续。请由其他工作人员重新确认。");
      await writeWithPatience(actor, id);
    } catch (error) {
      await stopImport(id, committeeId, error);
    }
  }
}

/** A database that is away for a moment is no reason to give up; a refusal is. */
async function writeWithPatience(actor: Actor, id: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeImport(actor, id);
    } catch (error) {
      if (error instanceof DomainError || attempt === attempts) throw error;
      log.warn({ error, batchId: id, attempt }, "import interrupted, trying again");
      await sleep(attempt * 1_000);
    }
  }
}

async function stopImport(id: string, committeeId: string, error: unknown): Promise<void> {
  // Another run has just finished it.
  if (error instanceof DomainError && error.refusal === "WRONG_STATE") return;
  if (!(error instanceof DomainError)) log.error({ error, batchId: id }, "import failed");
  const words =
    error instanceof DomainError
      ? error.message
      : "系统出错，导入没有写完。已写入的行保留，可重新确认继续，或整批撤回。";
  await failImport(operatorOf([committeeId], "系统"), id, words);
}

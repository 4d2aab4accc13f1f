import { createDatabase, dropDatabase, renameDatabase } from "@/lib/db/embedded/databases";
import type { EmbeddedDatabase } from "@/lib/db/embedded/lease";
import { applyMigrations } from "@/lib/db/migrations";
import { OperatorError } from "@/lib/errors";
import { isEmptyDatabase, useEmbedded } from "@/scripts/database";
import { runChild, scriptArguments } from "@/scripts/serving/children";

/**
 * Loads the samples into the embedded database if nothing is in it; returns whether it did.
 * They grow in a database beside it, which takes its place when whole: samples are never there by half, nor twice.
 */
export async function loadSamplesIntoEmbedded(embedded: EmbeddedDatabase): Promise<boolean> {
  if (!(await isEmptyDatabase(embedded.url()))) return false;
  const draft = "portal_samples";
  await dropDatabase(embedded, draft, "force");
  await createDatabase(embedded, draft);
  await applyMigrations(embedded.url(draft));
  useEmbedded(embedded, draft);
  await seedInOwnProcess();
  useEmbedded(embedded);
  await takePlace(embedded, draft);
  return true;
}

/** Its memory and its connections end with it; the portal starts clean. */
async function seedInOwnProcess(): Promise<void> {
  const seed = await runChild(scriptArguments("scripts/seed.ts"));
  if (!seed.succeeded) throw new OperatorError(`示例数据没有装好，数据库仍是空的。改正后重试即可：\n${seed.output}`);
}

async function takePlace(embedded: EmbeddedDatabase, draft: string): Promise<void> {
  try {
    await dropDatabase(embedded, "portal");
  } catch {
    throw new OperatorError("另一个程序正在使用这个空的数据库，示例数据没有装入。请等它结束后重新启动。");
  }
  await renameDatabase(embedded, draft, "portal");
}

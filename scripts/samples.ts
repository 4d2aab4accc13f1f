import { spawnSync } from "node:child_process";
import { createDatabase, dropDatabase, renameDatabase } from "@/lib/db/embedded/databases";
import type { EmbeddedDatabase } from "@/lib/db/embedded/lease";
import { applyMigrations } from "@/lib/db/migrations";
import { OperatorError } from "@/lib/errors";
import { isEmptyDatabase, useEmbedded } from "@/scripts/database";

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
  seedInOwnProcess();
  useEmbedded(embedded);
  await takePlace(embedded, draft);
  return true;
}

/** Its memory and its connections end with it; the portal starts clean. */
function seedInOwnProcess(): void {
  const seed = spawnSync(process.execPath, [...process.execArgv, "scripts/seed.ts"], { stdio: "inherit" });
  if (seed.status !== 0)
    throw new OperatorError("示例数据没有装好（见上面的原因）。改正后重新启动即可，不会留下一半的数据。");
}

async function takePlace(embedded: EmbeddedDatabase, draft: string): Promise<void> {
  try {
    await dropDatabase(embedded, "portal");
  } catch {
    throw new OperatorError("另一个程序正在使用这个空的数据库，示例数据没有装入。请等它结束后重新启动。");
  }
  await renameDatabase(embedded, draft, "portal");
}

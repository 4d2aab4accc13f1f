import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { createDatabase, dropDatabase, hasDatabase, listDatabases, renameDatabase } from "@/lib/db/embedded/databases";
import { type EmbeddedDatabase, useEmbeddedDatabase } from "@/lib/db/embedded/lease";
import { isAlive } from "@/lib/db/embedded/postmaster";
import { applyMigrations, readMigrations } from "@/lib/db/migrations";
import { OperatorError } from "@/lib/errors";
import { waitForFileLock } from "@/lib/file-lock";

const dataDir = resolve(import.meta.dirname, "../../.data/test");

/** The tests' own server, shared by all runs on this folder, and a migrated database to clone from. */
export async function openTestServer(): Promise<{ embedded: EmbeddedDatabase; template: string }> {
  const embedded = await useEmbeddedDatabase(dataDir, { durable: false });
  await dropLeftovers(embedded);
  return { embedded, template: await migratedTemplate(embedded) };
}

/** The name of a database that belongs to a run of this process and is cleared away after it. */
export function nameForRun(purpose: string | number): string {
  return `run${process.pid}_${purpose}`;
}

/** Removes the databases of runs that are over. */
async function dropLeftovers(embedded: EmbeddedDatabase): Promise<void> {
  for (const name of await listDatabases(embedded)) {
    const pid = Number(/^run(\d+)_/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await dropDatabase(embedded, name, "force");
  }
}

/** Made once for each state of the migrations. */
async function migratedTemplate(embedded: EmbeddedDatabase): Promise<string> {
  const migrations = readMigrations();
  const hash = createHash("sha256").update(JSON.stringify(migrations)).digest("hex").slice(0, 12);
  const template = `template_${hash}`;
  const turn = await waitForFileLock(resolve(dataDir, "locks/template.lock"), "exclusive", 60_000);
  if (!turn) throw new OperatorError("另一次测试正在准备数据库，一分钟内没有完成。请稍后再试。");
  try {
    if (await hasDatabase(embedded, template)) return template;
    const draft = `${template}_draft`;
    await dropDatabase(embedded, draft, "force");
    await createDatabase(embedded, draft);
    await applyMigrations(embedded.url(draft));
    await renameDatabase(embedded, draft, template);
    return template;
  } finally {
    turn.release();
  }
}

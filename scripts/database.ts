import { existsSync } from "node:fs";
import { join } from "node:path";
import { connect } from "@/lib/db/connect";
import { ensureDatabase } from "@/lib/db/embedded/databases";
import { type EmbeddedDatabase, useEmbeddedDatabase } from "@/lib/db/embedded/lease";
import { applyMigrations } from "@/lib/db/migrations";
import { checkEnvironment } from "@/lib/env";
import { OperatorError } from "@/lib/errors";
import { dataDir } from "@/lib/paths";
import { loadSecrets, type Secrets } from "@/lib/secrets";
import { generateClient } from "@/scripts/serving/build";

/**
 * Gives a command the portal's database, up to date, and runs it: `DATABASE_URL` when that is set, else the embedded
 * one of `DATA_DIR`, joined when it runs and otherwise started and stopped again. Fills in `process.env` what the
 * portal's code reads: DATABASE_URL, DATA_DIR, DATA_KEY, NEXTAUTH_SECRET.
 */
export async function withDatabase<T>(run: () => Promise<T>): Promise<T> {
  checkEnvironment();
  await generateClient();
  const embedded = await openDatabase();
  const stop = () => void closeAll(embedded).finally(() => process.exit(130));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    await applyMigrations(databaseUrl());
    return await run();
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    await closeAll(embedded);
  }
}

/** Settles which database this process uses; returns the embedded one when it is that. */
export async function openDatabase(): Promise<EmbeddedDatabase | null> {
  if (process.env.DATABASE_URL) {
    useSecrets(await secretsFor(process.env.DATABASE_URL));
    return null;
  }
  const embedded = await useEmbeddedDatabase(dataDir());
  try {
    await ensureDatabase(embedded, "portal");
  } catch (error) {
    await embedded.release();
    throw error;
  }
  useEmbedded(embedded);
  return embedded;
}

/** Points this process at one database of the embedded server. */
export function useEmbedded(embedded: EmbeddedDatabase, database?: string): void {
  process.env.DATABASE_URL = embedded.url(database);
  process.env.DATA_DIR = embedded.dataDir;
  useSecrets(embedded.secrets);
}

/** True when nobody has put anything in yet: no committee and no account. */
export async function isEmptyDatabase(url: string): Promise<boolean> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ made: boolean }>(`SELECT to_regclass('"Committee"') IS NOT NULL AS made`);
    if (!rows[0]?.made) return true;
    const found = await client.query(`SELECT 1 FROM "Committee" UNION ALL SELECT 1 FROM "User" LIMIT 1`);
    return found.rowCount === 0;
  } finally {
    await client.end();
  }
}

export function databaseUrl(): string {
  if (!process.env.DATABASE_URL) throw new OperatorError("没有数据库：请先打开内嵌数据库，或设置 DATABASE_URL。");
  return process.env.DATABASE_URL;
}

/** What the environment gives comes first; the data folder's secrets fill in the rest. */
function useSecrets(secrets: Pick<Secrets, "DATA_KEY" | "NEXTAUTH_SECRET"> | null): void {
  if (!secrets) return;
  process.env.DATA_KEY ||= secrets.DATA_KEY;
  process.env.NEXTAUTH_SECRET ||= secrets.NEXTAUTH_SECRET;
}

/** Secrets beside a database of one's own. New ones are made only for an empty database, lest data become unreadable. */
async function secretsFor(url: string): Promise<Secrets | null> {
  if (process.env.DATA_KEY && process.env.NEXTAUTH_SECRET) return null;
  if (process.env.PORTAL_MODE === "production") return null;
  const mayCreate = await isEmptyDatabase(url);
  if (!mayCreate && !existsSync(join(dataDir(), "secrets.json"))) {
    throw new OperatorError(
      "DATABASE_URL 中已有数据，但没有给出它的密钥。请设置 DATA_KEY 和 NEXTAUTH_SECRET，或用 DATA_DIR 指向原来的数据文件夹。",
    );
  }
  return loadSecrets(dataDir(), { mayCreate });
}

/** Connections first, the server after them. */
async function closeAll(embedded: EmbeddedDatabase | null): Promise<void> {
  if ("portalDatabase" in globalThis) await (await import("@/lib/db/client")).closeDatabase();
  await embedded?.release();
}

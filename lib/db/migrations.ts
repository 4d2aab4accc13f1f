import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type pg from "pg";
import { checkServer, connect } from "@/lib/db/connect";
import { OperatorError } from "@/lib/errors";

type Migration = { name: string; sql: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/** One number for the whole project: whoever migrates a database holds it. */
const migrationLock = 7_319_204_471;

/** Prisma's own table, so that `prisma migrate` works on the same database where its engine can be had. */
const recordTable = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Brings a database to this version of the program: each SQL file in one transaction, in order of name.
 * Returns the names of what was applied. Refuses an edited, half-applied or unknown migration before changing anything.
 */
export async function applyMigrations(
  databaseUrl: string,
  folder: string = resolve("prisma", "migrations"),
): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = await connect(databaseUrl);
  try {
    await checkServer(client);
    const applied: string[] = [];
    for (;;) {
      const name = await applyNext(client, migrations);
      if (!name) return applied;
      applied.push(name);
    }
  } finally {
    await client.end();
  }
}

/** The migrations of this version of the program, oldest first. */
export function readMigrations(folder: string = resolve("prisma", "migrations")): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => ({ name: entry.name, sql: readFileSync(join(folder, entry.name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Applies the first migration that is missing, or none. Others that migrate at the same time wait, then find it done. */
async function applyNext(client: pg.Client, migrations: Migration[]): Promise<string | null> {
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL lock_timeout = '120s'");
    await client.query("SELECT pg_advisory_xact_lock($1)", [migrationLock]);
    const next = await findNext(client, migrations);
    if (next) await applyOne(client, next);
    await client.query("COMMIT");
    return next?.name ?? null;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function findNext(client: pg.Client, migrations: Migration[]): Promise<Migration | undefined> {
  const found = await client.query<{ found: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS found`,
  );
  if (!found.rows[0]?.found) await client.query(recordTable);
  const { rows } = await client.query<Applied>(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  refuseDrift(rows, migrations);
  const done = new Set(rows.map((row) => row.migration_name));
  return migrations.find((migration) => !done.has(migration.name));
}

function refuseDrift(rows: Applied[], migrations: Migration[]): void {
  for (const row of rows) {
    const name = row.migration_name;
    if (!row.finished_at) {
      throw new OperatorError(
        `数据库升级 ${name} 曾经只做了一半。请从备份恢复数据库，或由数据库管理员核对后用 prisma migrate resolve 标明结果，再启动。`,
      );
    }
    const migration = migrations.find((known) => known.name === name);
    if (!migration) {
      throw new OperatorError(
        `数据库比程序新：其中有本程序不认识的升级 ${name}。请换用新版本的程序，不要用旧版本打开。`,
      );
    }
    if (!checksums(migration.sql).includes(row.checksum)) {
      throw new OperatorError(
        `升级文件 prisma/migrations/${name}/migration.sql 在执行之后被改动过。请恢复原文件；新的改动应写成新的升级。`,
      );
    }
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  // A table in use makes the upgrade give up soon, rather than queue everybody behind it.
  await client.query("SET LOCAL lock_timeout = '5s'");
  const transactionId = "SELECT pg_current_xact_id()::text AS id";
  const before = await client.query<{ id: string }>(transactionId);
  try {
    await client.query(migration.sql);
  } catch (error) {
    throw new OperatorError(`数据库升级 ${migration.name} 失败，已全部撤回：${describe(error, migration.sql)}`);
  }
  const after = await client.query<{ id: string }>(transactionId);
  if (before.rows[0]?.id !== after.rows[0]?.id) {
    throw new OperatorError(`数据库升级 ${migration.name} 自己提交了事务，无法整体撤回。请去掉其中的 BEGIN/COMMIT。`);
  }
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
     VALUES ($1, $2, now(), $3, 1)`,
    [randomUUID(), checksums(migration.sql)[0], migration.name],
  );
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "55P03") return "有表正被占用，5 秒内没有等到。请在空闲时重试。";
  const position = "position" in error ? Number(error.position) : 0;
  const line = position > 0 ? `（第 ${sql.slice(0, position).split("\n").length} 行）` : "";
  return `${error.message}${line}`;
}

/** The checksum Prisma records, then the same for the other line ending: a checkout may change it. */
function checksums(sql: string): string[] {
  const unix = sql.replaceAll("\r\n", "\n");
  return [sql, unix, unix.replaceAll("\n", "\r\n")].map((text) => createHash("sha256").update(text).digest("hex"));
}

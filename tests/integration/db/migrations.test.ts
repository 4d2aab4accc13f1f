import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { connect } from "@/lib/db/connect";
import { throwOutAndDrop } from "@/lib/db/embedded/databases";
import { applyMigrations } from "@/lib/db/migrations";
import { OperatorError } from "@/lib/errors";
import { databaseAt } from "@/tests/support/database-at";

const name = `migrations_${process.pid}`;
const url = databaseAt(name);
mkdirSync(".data/test", { recursive: true });
const folder = mkdtempSync(resolve(".data/test/migrations-"));
const server = await connect(databaseAt("postgres"));

beforeEach(async () => {
  rmSync(folder, { recursive: true });
  await throwOutAndDrop(server, name);
  await server.query(`CREATE DATABASE ${name}`);
  write("20260101000000_first", 'CREATE TABLE "First" (id int);\nINSERT INTO "First" VALUES (1);');
  write("20260201000000_second", 'CREATE TABLE "Second" (id int);');
});

afterAll(async () => {
  await throwOutAndDrop(server, name);
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

function write(migration: string, sql: string): void {
  mkdirSync(join(folder, migration), { recursive: true });
  writeFileSync(join(folder, migration, "migration.sql"), sql);
}

async function ask<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = await connect(url);
  return (await client.query<T>(sql).finally(() => client.end())).rows;
}

const apply = () => applyMigrations(url, folder);
const tables = async () =>
  (await ask<{ name: string }>("SELECT relname AS name FROM pg_stat_user_tables ORDER BY 1")).map((row) => row.name);

test("applies in order of name, records what Prisma would, and does nothing the second time", async () => {
  expect(await apply()).toEqual(["20260101000000_first", "20260201000000_second"]);
  const records = await ask(`SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS finished
    FROM "_prisma_migrations" ORDER BY 1`);
  const checksum = createHash("sha256").update('CREATE TABLE "Second" (id int);').digest("hex");
  expect(records[1]).toEqual({
    ...{ migration_name: "20260201000000_second", checksum, applied_steps_count: 1, finished: true },
  });
  expect(await apply()).toEqual([]);
  expect(await ask('SELECT * FROM "First"')).toHaveLength(1);
});

test("a later migration is applied to a database that has the earlier ones", async () => {
  await apply();
  write("20260301000000_third", 'ALTER TABLE "First" ADD COLUMN name text;');
  expect(await apply()).toEqual(["20260301000000_third"]);
});

test("R13: several that start together apply each migration once", async () => {
  const applied = await Promise.all([apply(), apply(), apply()]);
  expect(applied.flat().sort()).toEqual(["20260101000000_first", "20260201000000_second"]);
  expect(await ask('SELECT * FROM "First"')).toHaveLength(1);
});

test("an edited migration stops the start and changes nothing", async () => {
  await apply();
  write("20260101000000_first", 'CREATE TABLE "First" (id bigint);');
  write("20260301000000_third", 'CREATE TABLE "Third" (id int);');
  await expect(apply()).rejects.toThrow(/20260101000000_first\/migration\.sql 在执行之后被改动过/);
  expect(await tables()).not.toContain("Third");
});

test("other line endings are no edit", async () => {
  write("20260301000000_third", 'CREATE TABLE "Third" (id int);\nCREATE TABLE "Fourth" (id int);\n');
  await apply();
  write("20260301000000_third", 'CREATE TABLE "Third" (id int);\r\nCREATE TABLE "Fourth" (id int);\r\n');
  expect(await apply()).toEqual([]);
});

test("a migration that fails leaves nothing of itself, keeps the ones before, and says where", async () => {
  write("20260301000000_third", 'CREATE TABLE "Third" (id int);\nINSERT INTO "Nowhere" VALUES (1);');
  const failure = await apply().catch((error) => error);
  expect(failure).toBeInstanceOf(OperatorError);
  expect(failure.message).toMatch(/20260301000000_third 失败，已全部撤回：.*Nowhere.*（第 2 行）/);
  expect(await tables()).toEqual(["First", "Second", "_prisma_migrations"]);
  write("20260301000000_third", 'CREATE TABLE "Third" (id int);');
  expect(await apply()).toEqual(["20260301000000_third"]);
});

test("a migration another tool left half applied stops the start", async () => {
  await apply();
  await ask(`UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name = '20260201000000_second'`);
  await expect(apply()).rejects.toThrow(/20260201000000_second 曾经只做了一半/);
});

test("a migration marked as rolled back is applied again", async () => {
  await apply();
  await ask(`UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name = '20260201000000_second'`);
  await ask('DROP TABLE "Second"');
  expect(await apply()).toEqual(["20260201000000_second"]);
});

test("R26: a database newer than the program is left alone", async () => {
  write("20260301000000_third", 'CREATE TABLE "Third" (id int);');
  await apply();
  rmSync(join(folder, "20260301000000_third"), { recursive: true });
  await expect(apply()).rejects.toThrow(/数据库比程序新.*20260301000000_third/);
});

test("a migration may not commit by itself", async () => {
  write("20260301000000_third", 'CREATE TABLE "Third" (id int); COMMIT; BEGIN;');
  await expect(apply()).rejects.toThrow(/自己提交了事务/);
});

test("a table in use makes the upgrade give up within seconds, whole", async () => {
  await apply();
  write("20260301000000_third", 'CREATE TABLE "Third" (id int);\nALTER TABLE "First" ADD COLUMN name text;');
  const user = await connect(url);
  await user.query('BEGIN; SELECT * FROM "First"');
  await expect(apply()).rejects.toThrow(/5 秒内没有等到/);
  await user.end();
  expect(await tables()).not.toContain("Third");
  expect(await apply()).toEqual(["20260301000000_third"]);
}, 20_000);

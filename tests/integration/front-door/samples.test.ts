import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/lib/db/connect";
import { useEmbeddedDatabase } from "@/lib/db/embedded/lease";

mkdirSync(".data/test", { recursive: true });
const dataDir = mkdtempSync(resolve(".data/test/samples-"));

afterAll(() => {
  const record = join(dataDir, "embedded.json");
  if (existsSync(record)) rmSync(JSON.parse(readFileSync(record, "utf8")).folder, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

function start(script: string, args: string[] = []): ChildProcess {
  return spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function run(script: string, args: string[] = []): Promise<{ code: number; output: string }> {
  const child = start(script, args);
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, "close");
  return { code, output };
}

async function count(table: string): Promise<number> {
  const embedded = await useEmbeddedDatabase(dataDir);
  const client = await connect(embedded.url());
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`);
  await client.end();
  await embedded.release();
  return rows[0]?.count ?? 0;
}

test("loading the samples, killed halfway, leaves an empty database; then they load once, and never again", async () => {
  expect(await run("scripts/migrate.ts")).toMatchObject({ code: 0 });
  const first = start("scripts/seed.ts");
  await sleep(1_500);
  first.kill("SIGKILL");
  await once(first, "close");
  expect(await count("Committee")).toBe(0);

  expect(await run("scripts/seed.ts")).toEqual({ code: 0, output: expect.stringContaining("示例数据已装入") });
  const loaded = [await count("Enterprise"), await count("Member"), await count("User")];
  expect(Math.min(...loaded)).toBeGreaterThan(0);

  expect(await run("scripts/seed.ts")).toEqual({ code: 1, output: expect.stringContaining("数据库里已有数据") });
  expect([await count("Enterprise"), await count("Member"), await count("User")]).toEqual(loaded);
}, 90_000);

test("the first administrator is made once, with a secret that is shown once", async () => {
  const refused = await run("scripts/admin-create.ts", ["chief", "总管理员"]);
  expect(refused).toEqual({ code: 1, output: expect.stringContaining("已有系统管理员") });
  const embedded = await useEmbeddedDatabase(dataDir);
  const client = await connect(embedded.url());
  await client.query(`UPDATE "RoleGrant" SET "validTo" = "validFrom" + 1 WHERE role = 'ADMIN'`);
  await client.end();
  await embedded.release();
  const made = await run("scripts/admin-create.ts", ["chief", "总管理员"]);
  expect(made).toEqual({ code: 0, output: expect.stringMatching(/已创建系统管理员 chief。[\s\S]*\n {2}\S{12,}\n/) });
  const again = await run("scripts/admin-create.ts", ["other", "另一人"]);
  expect(again).toEqual({ code: 1, output: expect.stringContaining("已有系统管理员（chief）") });
}, 60_000);

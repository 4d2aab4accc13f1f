import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect } from "@/lib/db/connect";
import { type EmbeddedDatabase, useEmbeddedDatabase } from "@/lib/db/embedded/lease";
import { findPostmaster, isAlive } from "@/lib/db/embedded/postmaster";
import { OperatorError } from "@/lib/errors";

let dataDir: string;
const opened: EmbeddedDatabase[] = [];
const others: ChildProcess[] = [];

beforeEach(() => {
  mkdirSync(".data/test", { recursive: true });
  dataDir = mkdtempSync(resolve(".data/test/embedded-"));
});

afterEach(async () => {
  for (const other of others.splice(0)) other.kill("SIGKILL");
  for (const embedded of opened.splice(0)) await embedded.release();
  const cluster = existsSync(join(dataDir, "embedded.json")) ? clusterFolder() : dataDir;
  // What a killed test left running.
  const left = findPostmaster(join(cluster, "data"));
  if (left) process.kill(left.pid, "SIGKILL");
  rmSync(cluster, { recursive: true, force: true, maxRetries: 5 });
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

async function open(folder = dataDir): Promise<EmbeddedDatabase> {
  const embedded = await useEmbeddedDatabase(folder);
  opened.push(embedded);
  return embedded;
}

async function close(embedded: EmbeddedDatabase): Promise<void> {
  opened.splice(opened.indexOf(embedded), 1);
  await embedded.release();
}

/** Another process on the same folder; returns when it is in, or what it was refused with. */
async function another(part = ""): Promise<{ child: ChildProcess; answer: { url?: string; refusal?: string } }> {
  const child = fork("tests/support/database-user.ts", [dataDir, part], {
    execArgv: ["--conditions=react-server", "--import", "tsx"],
  });
  others.push(child);
  const [answer] = await once(child, "message");
  return { child, answer };
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  while (isAlive(pid)) await sleep(10);
}

const clusterFolder = () => JSON.parse(readFileSync(join(dataDir, "embedded.json"), "utf8")).folder as string;
const serverPid = () => findPostmaster(join(clusterFolder(), "data"))?.pid ?? 0;

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connect(url);
  return (await client.query(sql).finally(() => client.end())).rows;
}

test("a first start makes a cluster: UTF8, sorted as Chinese, durable, an account without power over it", async () => {
  const embedded = await open();
  const [found] = await ask(
    embedded.url("postgres"),
    `SELECT datlocprovider, datlocale, current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
      (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super
     FROM pg_database WHERE datname = 'template1'`,
  );
  expect(found).toEqual({ datlocprovider: "i", datlocale: "zh", encoding: "UTF8", fsync: "on", super: false });
  const [sorted] = await ask(
    embedded.url("postgres"),
    `SELECT string_agg(name, '' ORDER BY name) AS names FROM (VALUES ('张'), ('安'), ('李')) AS people(name)`,
  );
  expect(sorted).toEqual({ names: "安李张" });
});

test("the secrets and the data are closed to others, and the server is not root", async () => {
  await open();
  expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(statSync(clusterFolder()).mode & 0o777).toBe(0o700);
  expect(statSync(`/proc/${serverPid()}`).uid).toBe(statSync(join(clusterFolder(), "data")).uid);
  expect(statSync(`/proc/${serverPid()}`).uid).not.toBe(0);
});

test("what was written is there at the next start, at the same address; in between nothing runs", async () => {
  const first = await open();
  const address = first.url("postgres");
  await ask(address, "CREATE DATABASE kept");
  await close(first);
  expect(serverPid()).toBe(0);
  const second = await open();
  expect(second.url("postgres")).toBe(address);
  expect(await ask(address, "SELECT 1 FROM pg_database WHERE datname = 'kept'")).toHaveLength(1);
});

test("users share one server, and the last one out stops it", async () => {
  const { child } = await another();
  const pid = serverPid();
  const mine = await open();
  expect(serverPid()).toBe(pid);
  child.send("leave");
  await once(child, "exit");
  expect(isAlive(pid)).toBe(true);
  await close(mine);
  expect(isAlive(pid)).toBe(false);
});

test("R28: a server whose user was killed is adopted by the next, and stopped after it", async () => {
  const { child, answer } = await another("portal");
  const pid = serverPid();
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isAlive(pid)).toBe(true);
  const embedded = await open();
  expect(serverPid()).toBe(pid);
  expect(embedded.url("postgres")).toBe(answer.url);
  await close(embedded);
  expect(isAlive(pid)).toBe(false);
});

test("R19: a second portal on the folder is refused by the number of the first; R20: a dead one is no hindrance", async () => {
  const first = await another("portal");
  const second = await another("portal");
  expect(second.answer.refusal).toContain(`进程号 ${first.child.pid}`);
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const third = await another("portal");
  expect(third.answer.url).toBe(first.answer.url);
});

test("R1: after kill -9 of the server every acknowledged row is there, and a user revives it in place", async () => {
  const embedded = await open();
  await ask(embedded.url("postgres"), "CREATE DATABASE rows");
  const address = embedded.url("rows");
  await ask(address, "CREATE TABLE row (id int)");
  for (let id = 1; id <= 20; id++) await ask(address, `INSERT INTO row VALUES (${id})`);
  await kill(serverPid());
  expect(await embedded.revive()).toBe(true);
  expect(embedded.url("rows")).toBe(address);
  expect(await ask(address, "SELECT count(*)::int AS count FROM row")).toEqual([{ count: 20 }]);
  expect(await embedded.revive()).toBe(false);
});

test("R20: a server's number that now belongs to another program does not keep the database shut", async () => {
  const first = await open();
  const folder = clusterFolder();
  const pid = serverPid();
  await kill(pid);
  const pidFile = join(folder, "data", "postmaster.pid");
  const other = await another();
  // `other` has started the server again; stop it as a crash would, then give its number to a living program.
  await kill(serverPid());
  writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(/^\d+/, String(other.child.pid)));
  expect(await first.revive()).toBe(true);
  expect(isAlive(other.child.pid ?? 0)).toBe(true);
});

test("R3: kill -9 at any moment of the first start leaves nothing the next one stumbles over", async () => {
  for (const delay of [250, 400, 500, 600, 750, 900]) {
    const child = fork("tests/support/database-user.ts", [dataDir], {
      execArgv: ["--conditions=react-server", "--import", "tsx"],
    });
    others.push(child);
    await sleep(delay);
    child.kill("SIGKILL");
  }
  const embedded = await open();
  expect(await ask(embedded.url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await sleep(500);
  await close(embedded);
  const again = await open();
  expect(await ask(again.url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await close(again);
  expect(readdirSync(clusterFolder()).filter((entry) => entry.startsWith("data-"))).toEqual([]);
}, 60_000);

test("R3: a first start cut short between noting the folder and making it is made good by the next", async () => {
  const noted = join(tmpdir(), `portal-noted-${randomUUID()}`);
  writeFileSync(join(dataDir, "embedded.json"), JSON.stringify({ folder: noted }));
  const embedded = await open();
  expect(clusterFolder()).toBe(noted);
  expect(await ask(embedded.url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a folder that held data and is gone is not replaced by an empty one", async () => {
  writeFileSync(join(dataDir, "embedded.json"), JSON.stringify({ folder: join(dataDir, "gone"), port: 5432 }));
  await expect(open()).rejects.toThrow(/不存在。若它被移走，请移回/);
  rmSync(join(dataDir, "embedded.json"));
});

test("a folder that only its owner can enter is no obstacle, for root either", async () => {
  const closed = join(dataDir, "closed");
  mkdirSync(closed, { mode: 0o700 });
  const embedded = await open(join(closed, "data"));
  expect(await ask(embedded.url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  const { folder } = JSON.parse(readFileSync(join(closed, "data", "embedded.json"), "utf8"));
  await close(embedded);
  // Root's server is another account and cannot live in there.
  const isElsewhere = dirname(folder) === "/var/lib";
  expect(isElsewhere).toBe(process.getuid?.() === 0);
  rmSync(folder, { recursive: true });
});

test("lost secrets are not replaced: the data could not be read with new ones", async () => {
  await close(await open());
  rmSync(join(dataDir, "secrets.json"));
  await expect(open()).rejects.toThrow(/找不到密钥文件.*请从备份恢复/s);
  writeFileSync(join(dataDir, "secrets.json"), "{");
  await expect(open()).rejects.toThrow(OperatorError);
  expect(readFileSync(join(dataDir, "secrets.json"), "utf8")).toBe("{");
});

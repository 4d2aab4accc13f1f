import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { connect } from "@/lib/db/connect";
import { databaseAt } from "@/tests/support/database-at";

mkdirSync(".data/test", { recursive: true });
const folder = mkdtempSync(resolve(".data/test/refusals-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs one of the project's commands as a person would; gives its exit code and all it wrote. */
async function run(script: string, env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", DATA_DIR: join(folder, "data"), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
  }
  const [code] = await once(child, "close");
  return { code, output };
}

async function refusalOf(script: string, env: Record<string, string>, args: string[] = []): Promise<string> {
  const { code, output } = await run(script, env, args);
  expect(code, output).toBe(1);
  // In words, not as a stack of calls.
  expect(output).not.toMatch(/^\s+at .*:\d+:\d+/m);
  return output;
}

const workers = new URL(process.env.DATABASE_URL ?? "");
function elsewhere(change: (url: URL) => void): string {
  const url = new URL(workers);
  change(url);
  return url.href;
}

test("a wrong DATABASE_URL: nobody there, wrong password, no such database, unknown host", async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  const closedPort = typeof address === "object" && address ? address.port : 0;
  probe.close();
  const messages = await Promise.all(
    [
      elsewhere((url) => Object.assign(url, { port: String(closedPort) })),
      elsewhere((url) => Object.assign(url, { password: "not-the-password" })),
      elsewhere((url) => Object.assign(url, { pathname: "/not_there" })),
      elsewhere((url) => Object.assign(url, { hostname: "no-such-host.invalid" })),
    ].map((url) => refusalOf("scripts/migrate.ts", { DATABASE_URL: url })),
  );
  expect(messages[0]).toContain(`连不上数据库 127.0.0.1:${closedPort}：那里没有正在运行的 PostgreSQL`);
  expect(messages[1]).toContain("数据库拒绝了用户 portal：用户名或密码不对");
  expect(messages[2]).toContain("数据库 not_there 不存在");
  expect(messages[3]).toContain("找不到数据库主机 no-such-host.invalid");
  for (const message of messages) {
    expect(message).not.toContain(workers.password);
    expect(message).not.toContain("not-the-password");
  }
}, 60_000);

test("all that is wrong with the environment is said at once", async () => {
  const wrong = { PORT: "70000", DATA_KEY: "short", DATABASE_URL: "mysql://x", NEXTAUTH_SECRET: "changeme" };
  const message = await refusalOf("scripts/portal.ts", wrong);
  for (const name of Object.keys(wrong)) expect(message).toContain(name);
});

test("production wants a database, secrets, an address and TLS, and takes no samples", async () => {
  const bare = await refusalOf("scripts/serve.ts", {});
  for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "BASE_URL", "BEHIND_TLS_PROXY"]) expect(bare).toContain(name);
  const secrets = {
    DATA_KEY: Buffer.alloc(32, "0123456789abcdefghijklmnop").toString("base64"),
    NEXTAUTH_SECRET: "k9J2mQ7xV4bN8sT1wY6zR3pL5dF0hGcA",
    BASE_URL: "https://dj.example.org",
    BEHIND_TLS_PROXY: "1",
  };
  expect(await refusalOf("scripts/serve.ts", secrets)).toContain("必须设置 DATABASE_URL");
  expect(await refusalOf("scripts/seed.ts", { ...secrets, PORTAL_MODE: "production" })).toContain("不装入示例数据");
});

test("R18: a data folder that is none, or that cannot be written", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(await refusalOf("scripts/migrate.ts", { DATA_DIR: file })).toMatch(/不是文件夹/);
  // Nobody may make folders there, root included.
  expect(await refusalOf("scripts/migrate.ts", { DATA_DIR: "/sys/portal" })).toMatch(/DATA_DIR/);
});

test("data without their keys are not touched with new ones", async () => {
  const name = `keys_${process.pid}`;
  const { template } = inject("testServer");
  const server = await connect(databaseAt("postgres"));
  await server.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = databaseAt(name);
  const filled = await connect(url);
  await filled.query(`INSERT INTO "User" (id, username, name) VALUES (gen_random_uuid(), 'somebody', '某人')`);
  await filled.end();
  const message = await refusalOf("scripts/migrate.ts", { DATABASE_URL: url, DATA_DIR: join(folder, "without-keys") });
  expect(message).toContain("已有数据，但没有给出它的密钥");
  await server.query(`DROP DATABASE ${name}`);
  await server.end();
});

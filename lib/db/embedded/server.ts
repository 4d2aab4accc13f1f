import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, realpathSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { program } from "@/lib/db/embedded/binaries";
import { clusterOwner, whyNot } from "@/lib/db/embedded/cluster";
import { asOwner } from "@/lib/db/embedded/owner";
import type { Place } from "@/lib/db/embedded/place";
import { disarmStalePidFile, findPostmaster, isAlive, type Postmaster } from "@/lib/db/embedded/postmaster";
import { OperatorError } from "@/lib/errors";
import { freePort, isPortFree } from "@/lib/ports";

type Wish = { place: Place; password: string; port: number | undefined; durable: boolean };

/** A server that answers on this data: the one already running (a start that died left it), or a new one. */
export async function startOrAdopt(wish: Wish): Promise<Postmaster> {
  const running = findPostmaster(wish.place.data);
  if (running) return adopt(running, wish);
  disarmStalePidFile(wish.place.data);
  for (let attempt = 1; ; attempt++) {
    const port =
      (attempt === 1 && wish.port && (await isPortFree(wish.port, "127.0.0.1")) && wish.port) || (await freePort());
    const outcome = await start(wish, port);
    if (typeof outcome !== "string") return outcome;
    // Workers of a killed server need a moment to notice; a port may be taken between looking and binding.
    const mayPass = /still in use|Address already in use|could not bind/i.test(outcome);
    if (attempt === 5 || !mayPass) throw new OperatorError(whyNot(outcome, wish.place.folder));
    await sleep(500 * attempt);
  }
}

async function adopt(running: Postmaster, wish: Wish): Promise<Postmaster> {
  const isAnswering = await answers(running.port, wish, () => isAlive(running.pid), 60_000);
  if (isAnswering) return running;
  throw new OperatorError(
    `数据库进程 ${running.pid} 正在使用 ${wish.place.data}，但没有应答。请查看 ${logFile(wish.place)}；确认无用后结束该进程再启动。`,
  );
}

/** Starts the server; returns it, or what it wrote before it gave up. */
async function start(wish: Wish, port: number): Promise<Postmaster | string> {
  const { place } = wish;
  const log = logFile(place);
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.1`);
  const output = openSync(log, "a", 0o600);
  const from = statSync(log).size;
  // Of its own session: Ctrl-C must reach the portal first, and the database last.
  const child = spawn(program(place.binaries, "postgres"), ["-D", place.data, ...settings(port, wish.durable)], {
    ...asOwner(place.owner),
    detached: true,
    windowsHide: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.unref();
  const hasStarted = await answers(port, wish, () => isRunning(child), 120_000);
  if (hasStarted && child.pid) return { pid: child.pid, port };
  const written = readFileSync(log).subarray(from).toString("utf8");
  if (isRunning(child)) child.kill("SIGQUIT");
  return written || "数据库没有应答";
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Small enough for one machine that also runs the portal; durable unless it holds only test data. */
function settings(port: number, durable: boolean): string[] {
  const given: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 60,
    shared_buffers: "128MB",
    effective_cache_size: "1GB",
    maintenance_work_mem: "128MB",
    max_wal_size: "512MB",
    random_page_cost: 1.1,
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // The log must hold no personal data: no statements, no parameters, no "Key (…)=(…)" details.
    log_min_error_statement: "panic",
    log_parameter_max_length_on_error: 0,
    log_error_verbosity: "terse",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Waits until the server on that port lets us in and says it serves this data. */
async function answers(port: number, wish: Wish, isStillThere: () => boolean, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (isStillThere() && Date.now() < until) {
    const served = await servedData(port, wish.password);
    if (served !== null) return realpathSync(wish.place.data) === served;
    await sleep(50);
  }
  return false;
}

async function servedData(port: number, password: string): Promise<string | null> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: clusterOwner,
    password,
    database: "postgres",
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory ?? null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "28P01") throw wrongPassword();
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

function wrongPassword(): OperatorError {
  return new OperatorError(
    "内嵌数据库不接受 secrets.json 中的密码：密钥文件与数据不是一套。请恢复原来的 secrets.json。",
  );
}

export function logFile(place: Place): string {
  return join(place.folder, "postgres.log");
}

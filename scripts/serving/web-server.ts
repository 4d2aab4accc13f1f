import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { OperatorError } from "@/lib/errors";
import { isPortFree } from "@/lib/ports";

/** Limits that keep the server's memory under 500 MiB: long-lived objects, and the nursery that grows under load. */
const memoryLimits = ["--max-old-space-size=288", "--max-semi-space-size=16"];

export type WebServer = {
  address: string;
  port: number;
  pid: number;
  /** Resolves when the server ends, for whatever reason. */
  ended: Promise<void>;
  /** Lets requests under way finish, up to the time given, then ends it. */
  stop(patienceMs: number): Promise<void>;
  kill(): void;
};

/** Somebody took the port between looking and binding. */
export class PortTaken extends OperatorError {
  constructor() {
    super("端口已被占用或没有权限使用。请停止占用它的程序，或用 PORT 另选端口。");
  }
}

/** The wanted port, where no other will do. */
export async function requirePort(wanted: number, host: string): Promise<number> {
  if (!(await isPortFree(wanted, host))) throw new PortTaken();
  return wanted;
}

/** The first free port from the wanted one on, among the next twenty. */
export async function findPort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + 20 && port <= 65_535; port++) {
    if (await isFreeEverywhere(port, host)) return port;
    console.log(`端口 ${port} 已被占用，改试 ${port + 1}。`);
  }
  throw new OperatorError(`从 ${wanted} 起的 20 个端口都不能使用（被占用或没有权限）。请用 PORT 另选端口。`);
}

/** Free where we listen and wherever a browser looks for `localhost`. One after the other: probes get in each other's way. */
async function isFreeEverywhere(port: number, host: string): Promise<boolean> {
  for (const address of new Set([host, "127.0.0.1", "::1"])) if (!(await isPortFree(port, address))) return false;
  return true;
}

/** Starts the production server and waits until it answers. */
export async function startWebServer(host: string, port: number): Promise<WebServer> {
  const child = spawn(process.execPath, serverArguments(host, port), {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NODE_OPTIONS: "" },
    // Of its own group: Ctrl-C reaches this program, which then stops things in order.
    detached: process.platform !== "win32",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const early = passOutput(child);
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const address = `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
  await waitUntilAlive(child, address, early);
  return {
    address,
    port,
    pid: child.pid ?? 0,
    ended,
    kill: () => child.kill("SIGKILL"),
    stop: async (patienceMs) => {
      child.kill("SIGTERM");
      await Promise.race([ended, sleep(patienceMs, undefined, { ref: false })]);
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
      await ended;
    },
  };
}

function serverArguments(host: string, port: number): string[] {
  const watch = new URL("./stop-with-parent.mjs", import.meta.url).href;
  const next = ["node_modules/next/dist/bin/next", "start", "-H", host, "-p", String(port)];
  return [...memoryLimits, "--import", watch, ...next];
}

/** Next's own greeting is kept back; what the portal writes afterwards goes on to the terminal. */
function passOutput(child: ChildProcess): { text: string; isOver: boolean } {
  const early = { text: "", isOver: false };
  const pass = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
    if (early.isOver) target.write(chunk);
    else early.text += chunk.toString("utf8");
  };
  child.stdout?.on("data", pass(process.stdout));
  child.stderr?.on("data", pass(process.stderr));
  return early;
}

async function waitUntilAlive(
  child: ChildProcess,
  address: string,
  early: { text: string; isOver: boolean },
): Promise<void> {
  const until = Date.now() + 60_000;
  while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
    const answer = await fetch(`${address}/api/health/live`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.ok) {
      early.isOver = true;
      return;
    }
    await sleep(50);
  }
  child.kill("SIGKILL");
  if (early.text.includes("EADDRINUSE")) throw new PortTaken();
  throw new OperatorError(`网页服务没有启动成功：\n${early.text.trim() || "60 秒内没有应答"}`);
}

import "server-only";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { program } from "@/lib/db/embedded/binaries";
import { asOwner } from "@/lib/db/embedded/owner";
import type { Place } from "@/lib/db/embedded/place";

/** A running server, as its own `postmaster.pid` tells. */
export type Postmaster = { pid: number; port: number };

/** The server that runs on this data, ours or one left behind by a start that died; null when none does. */
export function findPostmaster(data: string): Postmaster | null {
  const file = pidFile(data);
  if (!existsSync(file)) return null;
  const [pid = "", , , port = ""] = readFileSync(file, "utf8").split("\n");
  return isServerOf(Number(pid), data) ? { pid: Number(pid), port: Number(port) } : null;
}

/**
 * After a crash another program may have got the old server's number, and PostgreSQL would refuse to start.
 * The number is replaced by our own, which PostgreSQL knows for its parent's; the rest of the file stays,
 * for it leads to the shared memory by which PostgreSQL notices old workers still at work.
 */
export function disarmStalePidFile(data: string): void {
  const file = pidFile(data);
  if (!existsSync(file) || findPostmaster(data)) return;
  const lines = readFileSync(file, "utf8").split("\n");
  if (isAlive(Number(lines[0]))) writeFileSync(file, [String(process.pid), ...lines.slice(1)].join("\n"));
}

export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return !isZombie(pid);
}

/** Stops the server and waits: first in order, then at once (nothing acknowledged is lost, the next start recovers). */
export async function stopPostmaster(place: Place, running: Postmaster, patienceMs = 10_000): Promise<void> {
  if (process.platform === "win32") {
    spawnSync(program(place.binaries, "pg_ctl"), ["stop", "-D", place.data, "-m", "fast"], asOwner(place.owner));
    return;
  }
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!isAlive(running.pid)) return;
    process.kill(running.pid, signal);
    const until = Date.now() + patienceMs;
    while (isAlive(running.pid) && Date.now() < until) await sleep(20);
  }
}

/** True when that process is a PostgreSQL server on this data and not another program with a number used again. */
function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === "win32") return true;
  if (process.platform === "linux") {
    const command = readFileIfAny(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
    return command.includes("postgres") && (command.includes(data) || worksIn(pid, data));
  }
  const command = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return command.includes("postgres") && command.includes(data);
}

/** A server works inside its data folder, by whatever name it was started on it. */
function worksIn(pid: number, data: string): boolean {
  const here = statSync(`/proc/${pid}/cwd`, { throwIfNoEntry: false });
  const there = statSync(data, { throwIfNoEntry: false });
  return here !== undefined && here.ino === there?.ino && here.dev === there.dev;
}

function isZombie(pid: number): boolean {
  return process.platform === "linux" && /^State:\s+[ZX]/m.test(readFileIfAny(`/proc/${pid}/status`));
}

function readFileIfAny(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function pidFile(data: string): string {
  return join(data, "postmaster.pid");
}

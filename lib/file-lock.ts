import "server-only";
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

export type FileLock = { release(): void };

// Held here as well, so that a lock whose owner forgot it is not collected and dropped in silence.
const held = new Set<DatabaseSync>();

/**
 * Takes a lock on a file between processes, or returns null when another holds it.
 * SQLite asks the operating system for the lock, which lets go of it when the process dies, however it dies:
 * there is no stale lock and no process number to mistake.
 */
export function tryFileLock(file: string, mode: "shared" | "exclusive"): FileLock | null {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const isNew = !existsSync(file);
  const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
  const handle = new DatabaseSync(file);
  try {
    handle.exec("PRAGMA busy_timeout = 0");
    handle.exec(mode === "exclusive" ? "BEGIN EXCLUSIVE" : "BEGIN; SELECT count(*) FROM sqlite_master");
  } catch (error) {
    handle.close();
    if (error instanceof Error && /locked|busy/.test(error.message)) return null;
    throw error;
  }
  if (isNew) chmodSync(file, 0o600);
  held.add(handle);
  return { release: () => held.delete(handle) && handle.close() };
}

/** Waits for the lock; null when it was not free within the time. */
export async function waitForFileLock(
  file: string,
  mode: "shared" | "exclusive",
  waitMs: number,
): Promise<FileLock | null> {
  const until = Date.now() + waitMs;
  for (;;) {
    const lock = tryFileLock(file, mode);
    if (lock || Date.now() > until) return lock;
    await sleep(50);
  }
}

import "server-only";
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isRecordId } from "@/lib/db/record-id";
import { DomainError } from "@/lib/errors";
import { log } from "@/lib/log";
import { dataDir, makeDataDir } from "@/lib/paths";

const abandonedAfterMs = 60 * 60 * 1_000;

/** Where a kept file lies. The name is an id and nothing else: no text from outside becomes part of a path. */
export function keptPath(id: string): string {
  if (!isRecordId(id)) throw new Error("a kept file is named by its id");
  return join(folder(), id.toLowerCase());
}

/** A place for a file on its way in. Those that a broken upload left behind are removed. */
export function incomingPath(): string {
  const incoming = join(folder(), "incoming");
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(incoming)) {
    const path = join(incoming, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > abandonedAfterMs) rmSync(path, { force: true });
  }
  return join(incoming, randomUUID());
}

function folder(): string {
  const files = join(/*turbopackIgnore: true*/ dataDir(), "files");
  makeDataDir();
  mkdirSync(files, { recursive: true, mode: 0o700 });
  return files;
}

/** The same error, or words for the person when the disk has no room left. */
export function refuseFullDisk(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  log.error({ error }, "no room left for kept files");
  return new DomainError("CONFLICT", "服务器的磁盘空间不足，文件没有保存。请联系系统管理员清理空间后再上传。");
}

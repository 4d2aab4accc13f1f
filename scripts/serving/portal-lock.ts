import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "@/lib/errors";
import { type FileLock, tryFileLock } from "@/lib/file-lock";
import { makeDataDir } from "@/lib/paths";

/** One portal at a time on a data folder. Refuses a second one, naming the first. */
export function lockDataFolder(dataDir: string): FileLock {
  const folder = join(makeDataDir(dataDir), "locks");
  const note = join(folder, "portal.json");
  const lock = tryFileLock(join(folder, "portal.lock"), "exclusive");
  if (!lock) {
    const { pid } = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : { pid: "未知" };
    throw new OperatorError(
      `数据文件夹 ${dataDir} 正被另一个启动使用（进程号 ${pid}）。请先停止它，或用 DATA_DIR=另一个文件夹 启动。`,
    );
  }
  writeFileSync(note, JSON.stringify({ pid: process.pid }));
  return lock;
}

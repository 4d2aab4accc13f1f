import "server-only";
import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { majorVersion, program } from "@/lib/db/embedded/binaries";
import { asOwner, giveTo } from "@/lib/db/embedded/owner";
import type { Place } from "@/lib/db/embedded/place";
import { OperatorError } from "@/lib/errors";

/** The superuser of the cluster. The portal itself works as `portal`, which owns only its databases. */
export const clusterOwner = "postgres";

/**
 * Makes the cluster when there is none. It grows under another name and is renamed when whole:
 * a start cut short leaves nothing that the next one could take for a database.
 */
export function ensureCluster(place: Place, ownerPassword: string, durable: boolean): void {
  removeDrafts(place.folder);
  if (existsSync(join(place.data, "PG_VERSION"))) {
    refuseOtherVersion(place);
    return;
  }
  refuseFullDisk(place.folder);
  const draft = join(place.folder, `data-${process.pid}-${Date.now()}.draft`);
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  giveTo(place.owner, draft);
  writeFileSync(passwordFile, ownerPassword, { mode: 0o600 });
  giveTo(place.owner, passwordFile);
  const made = spawnSync(program(place.binaries, "initdb"), initArguments(draft, passwordFile, durable), {
    ...asOwner(place.owner),
    encoding: "utf8",
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new OperatorError(whyNot(made.stderr || made.error?.message || "原因不明", place.folder));
  }
  renameSync(draft, place.data);
  syncFolder(place.folder);
}

function initArguments(data: string, passwordFile: string, durable: boolean): string[] {
  return [
    ...["-D", data, "-U", clusterOwner, "--pwfile", passwordFile, "-A", "scram-sha-256"],
    ...["-E", "UTF8", "--locale-provider=icu", "--icu-locale=zh", "--locale=C", "--no-instructions"],
    ...(durable ? [] : ["--no-sync"]),
  ];
}

/** Turns what PostgreSQL writes when it gives up into something to act on. */
export function whyNot(output: string, folder: string): string {
  if (/No space left|could not (write|extend).*space/i.test(output)) return noSpace(folder);
  if (/Read-only file system/i.test(output))
    return `数据库文件夹 ${folder} 所在的磁盘是只读的。请检查磁盘，或用 DATA_DIR 另选文件夹。`;
  if (/Permission denied/i.test(output))
    return `没有权限使用数据库文件夹 ${folder}。请用原来的用户启动，或用 DATA_DIR 另选文件夹。`;
  if (/Cannot allocate memory|could not create shared memory/i.test(output))
    return "内存不足，数据库无法启动。请关闭其他程序后重试。";
  return `内嵌数据库无法启动：\n${output.trim().split("\n").slice(-5).join("\n")}`;
}

function noSpace(folder: string): string {
  return `磁盘空间不足：${folder} 所在的磁盘已满。请清出至少 300 MB，或用 DATA_DIR 另选文件夹。`;
}

function refuseFullDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < 150 * 1024 * 1024) throw new OperatorError(noSpace(folder));
}

function refuseOtherVersion(place: Place): void {
  const ofData = readFileSync(join(place.data, "PG_VERSION"), "utf8").trim();
  const ofProgram = majorVersion(place.binaries);
  if (ofProgram && ofData !== ofProgram) {
    throw new OperatorError(
      `${place.data} 是 PostgreSQL ${ofData} 的数据，而程序是 PostgreSQL ${ofProgram}。请先用原版本备份，再在新文件夹中恢复。`,
    );
  }
}

function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => /^data-.*\.draft/.test(entry))) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // An initdb whose start was killed may still be writing there; the next start clears it away.
    }
  }
}

function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

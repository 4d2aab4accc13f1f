import "server-only";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runnableBinaries } from "@/lib/db/embedded/binaries";
import { canWrite, giveTo, type Owner, ownerFor } from "@/lib/db/embedded/owner";
import { OperatorError } from "@/lib/errors";

/** Where a data folder's database lives and what runs it. */
export type Place = { folder: string; data: string; binaries: string; owner: Owner | null };

type PlaceRecord = { folder: string; port?: number };

/**
 * The place of the database of a data folder, made when new.
 * Root's server runs as another account; when that cannot reach the data folder, the database lies under /var/lib
 * and `embedded.json` in the data folder says where.
 */
export function findPlace(dataDir: string): Place {
  const folder = recorded(dataDir)?.folder ?? chooseFolder(dataDir);
  const owner = ownerFor(folder);
  makeFolder(folder, owner);
  if (!canWrite(owner, folder)) {
    throw new OperatorError(
      `数据库文件夹 ${folder} 无法写入：它属于另一个用户，或磁盘是只读的。请用原来的用户启动，或用 DATA_DIR 另选文件夹。`,
    );
  }
  return { folder, data: join(folder, "data"), binaries: runnableBinaries(owner, folder), owner };
}

/** The port the server had last time, so that its address stays the same where it can. */
export function rememberedPort(dataDir: string): number | undefined {
  return recorded(dataDir)?.port;
}

export function remember(dataDir: string, record: PlaceRecord): void {
  const file = recordFile(dataDir);
  writeFileSync(`${file}.draft`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${file}.draft`, file);
}

function recorded(dataDir: string): PlaceRecord | null {
  const file = recordFile(dataDir);
  if (!existsSync(file)) return null;
  const record = JSON.parse(readFileSync(file, "utf8")) as PlaceRecord;
  // Without a port no server has run there yet: a start cut short noted the folder and did not come to make it.
  if (!existsSync(record.folder) && record.port !== undefined) {
    throw new OperatorError(
      `${file} 记录的数据库文件夹 ${record.folder} 不存在。若它被移走，请移回；若确实不要原来的数据，请删除 ${file} 后重新启动。`,
    );
  }
  return record;
}

function recordFile(dataDir: string): string {
  return join(dataDir, "embedded.json");
}

function chooseFolder(dataDir: string): string {
  const beside = join(dataDir, "postgres");
  const owner = ownerFor(beside);
  makeFolder(beside, owner);
  if (!owner || canWrite(owner, beside)) return beside;
  rmSync(beside, { recursive: true });
  // Always a new folder, noted at once: one that an earlier data folder at this path left behind is not ours to open.
  const folder = join("/var/lib", `internet-party-building-portal-${randomBytes(6).toString("hex")}`);
  remember(dataDir, { folder });
  makeFolder(folder, ownerFor(folder));
  return folder;
}

function makeFolder(folder: string, owner: Owner | null): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(owner, folder);
}

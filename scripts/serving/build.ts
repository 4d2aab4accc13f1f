import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { OperatorError } from "@/lib/errors";
import { type FileLock, tryFileLock, waitForFileLock } from "@/lib/file-lock";
import { runChild } from "@/scripts/serving/children";

const buildStamp = ".next/portal-stamp";
const clientStamp = "generated/prisma-stamp";
const buildLock = "node_modules/.portal/build.lock";

const sources = [
  ...["app", "components", "lib", "prisma/schema.prisma", "prisma/models", "public"],
  ...["instrumentation.ts", "next.config.js", "package-lock.json", "postcss.config.mjs", "proxy.ts", "tsconfig.json"],
];

/** Makes the database client when it is missing or older than the schema. Needs no network. */
export async function generateClient(): Promise<void> {
  const schema = ["prisma/schema.prisma", "prisma/models", "node_modules/@prisma/client/package.json"];
  const stamp = stampOf(schema, (file) => readFileSync(file));
  if (existsSync("generated/prisma/client.ts") && readStamp(clientStamp) === stamp) return;
  const made = await runChild(["node_modules/prisma/build/index.js", "generate"], {
    // The engine is never started for `generate`, but Prisma would download one unless told where it is.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  if (!made.succeeded) throw new OperatorError(`数据库客户端没有生成：\n${made.output}`);
  writeStamp(clientStamp, stamp);
}

/** Makes the production build when it is missing or older than the sources. Refuses while a portal serves from it. */
export async function ensureBuilt(options: { evenIfFresh: boolean } = { evenIfFresh: false }): Promise<void> {
  await generateClient();
  if (!options.evenIfFresh && isBuilt()) return;
  const lock = await waitForFileLock(buildLock, "exclusive", options.evenIfFresh ? 0 : 1_000);
  if (!lock) {
    throw new OperatorError("另一个程序正在使用或制作本文件夹的网页构建（.next）。请先停止它，再重新构建。");
  }
  try {
    if (options.evenIfFresh || !isBuilt()) await build();
  } finally {
    lock.release();
  }
}

/** Keeps the build from being replaced while this process serves from it. Null where the folder cannot be written. */
export function holdBuild(): FileLock | null {
  try {
    return tryFileLock(buildLock, "shared");
  } catch {
    return null;
  }
}

function isBuilt(): boolean {
  return existsSync(".next/BUILD_ID") && readStamp(buildStamp) === stampOf(sources);
}

async function build(): Promise<void> {
  console.log("正在构建网页（约半分钟）……");
  rmSync(buildStamp, { force: true });
  const stamp = stampOf(sources);
  const built = await runChild(["node_modules/next/dist/bin/next", "build"], {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  if (!built.succeeded) throw new OperatorError(`网页构建失败：\n${built.output}`);
  writeStamp(buildStamp, stamp);
}

/** Sizes and times instead of contents: it changes when any file does, and takes milliseconds. */
function glance(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${process.version} ${size} ${mtimeMs}`;
}

function stampOf(paths: string[], look: (file: string) => string | Buffer = glance): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesUnder)) hash.update(`\n${file}\0`).update(look(file));
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readStamp(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function writeStamp(file: string, stamp: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamp);
}

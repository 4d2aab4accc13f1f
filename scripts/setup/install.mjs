// Plain JavaScript without dependencies: this runs on the machine's own Node, before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Installs the packages when `node_modules` is missing or is not what `package-lock.json` asks for.
 * `dev: true` also wants the tools for tests.
 */
export function installMissing(root, { dev }) {
  const lock = readJson(join(root, "package-lock.json"));
  const why = whatIsMissing(root, lock, dev);
  if (!why) return;
  console.log(`正在安装依赖包（${why}）……`);
  const started = Date.now();
  const succeeded =
    (lock && npm(root, ["ci"], { isTrial: true })) || npm(root, ["install", "--no-save"], { isTrial: false });
  const still = succeeded ? whatIsMissing(root, readJson(join(root, "package-lock.json")), dev) : "npm 没有成功";
  if (still) {
    console.error(
      `\n依赖包没有装好：${still}。\n请检查能否访问 npm 软件源（npm config get registry）和磁盘空间，然后重试；也可先手工运行 npm ci。`,
    );
    process.exit(1);
  }
  console.log(`依赖包已装好（${Math.round((Date.now() - started) / 1000)} 秒）`);
}

/**
 * `npm ci` refuses a lock file without the packages of other platforms, which a partial mirror of the registry lacks;
 * `npm install` takes the same locked versions and lets those be missing.
 */
function npm(root, command, { isTrial }) {
  const { status } = spawnSync("npm", [...command, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", isTrial ? "ignore" : "inherit"],
    shell: process.platform === "win32",
    env: installEnvironment(),
  });
  return status === 0;
}

function whatIsMissing(root, lock, dev) {
  const installed = readJson(join(root, "node_modules", ".package-lock.json"));
  if (!installed) return "首次运行";
  if (!lock) return "";
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === "" || wanted.link || (wanted.dev && !dev)) continue;
    const found = installed.packages[path];
    if (found?.version === wanted.version) continue;
    // A package for another platform, or a tool left out on purpose.
    if (!found && (wanted.optional || wanted.devOptional || wanted.peer)) continue;
    return `${path.replace(/^.*node_modules\//, "")} ${found ? "版本已变" : "缺少"}`;
  }
  return "";
}

/** npm runs on the machine's Node, not on the copy inside the folder it is about to replace. */
function installEnvironment() {
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  return {
    ...process.env,
    PATH: path.join(delimiter),
    NODE_ENV: "",
    // Prisma's packages would fetch engines this project does not use.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_SKIP_POSTINSTALL_GENERATE: "1",
  };
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

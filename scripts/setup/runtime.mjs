// Plain JavaScript without dependencies: this runs on the machine's own Node, before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { whenNpmIsGone } from "./parent.mjs";

const oldest = [22, 18];

/** Says so and ends when the machine's Node is too old even to install the right one. */
export function refuseAncientNode() {
  if (Number(process.versions.node.split(".")[0]) >= 18) return;
  console.error(
    `本机的 Node.js 是 ${process.versions.node}，太旧。请安装 Node.js 24（至少 18）后重试：https://nodejs.org`,
  );
  process.exit(1);
}

/** The Node that runs the portal: the one installed with it, or the machine's when that is new enough. */
export function findRuntime(root) {
  const pinned = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return pinned;
  if (isNewEnough(process.versions.node)) return process.execPath;
  console.error(
    `本机的 Node.js 是 ${process.versions.node}，需要 ${oldest.join(".")} 或更高；随项目安装的 Node.js 24 也没有装上\n（npm 可能被设为不运行安装脚本）。请安装 Node.js 24，或允许 node 包的安装脚本后重新运行 npm ci。`,
  );
  process.exit(1);
}

function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** Runs a TypeScript command of the project in place of this process: same terminal, signals passed on, same exit code. */
export function becomeScript(root, runtime, script) {
  const child = spawn(runtime, ["--conditions=react-server", "--import", "tsx", script, ...process.argv.slice(2)], {
    cwd: root,
    // The channel tells the child when this process is gone, even when it was killed.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  whenNpmIsGone(() => child.kill("SIGTERM"));
  child.on("error", (error) => {
    console.error(`无法启动 ${runtime}：${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

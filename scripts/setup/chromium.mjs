// Plain JavaScript: used before the run by `npm test`, and by the Playwright configuration.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

// The one without a window first: the same engine, and the journeys take two thirds of the time.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "msedge",
  "chrome",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The machine's Chromium, Chrome or Edge: PLAYWRIGHT_CHROMIUM, else what the PATH holds, else null. */
export function findChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))), ...places];
  return candidates.find(isExecutable) ?? null;
}

/** Makes sure the end-to-end tests have a browser, by the machine's package manager where it may. */
export function installChromium(root, runtime) {
  if (process.env.PLAYWRIGHT_CHROMIUM && !isExecutable(process.env.PLAYWRIGHT_CHROMIUM)) {
    fail(`PLAYWRIGHT_CHROMIUM 指向的 ${process.env.PLAYWRIGHT_CHROMIUM} 不能运行。`);
  }
  if (findChromium() || hasPlaywrightsOwn(root, runtime)) return;
  if (process.getuid?.() === 0 && isExecutable("/usr/bin/apt-get")) {
    console.log("正在用 apt-get 安装浏览器和中文字体……");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args) => spawnSync("apt-get", args, { stdio: "inherit", env }).status === 0;
    const install = (browser) => apt("install", "-y", "-qq", "--no-install-recommends", browser, "fonts-noto-cjk");
    apt("update", "-qq");
    if (!install("chromium-headless-shell")) install("chromium");
    if (findChromium()) return;
  }
  // Nothing is fetched from anywhere but the registries: a browser from elsewhere is the person's own choice.
  fail(
    "没有找到 Chromium、Chrome 或 Edge，也无法由系统的软件包管理器安装。\n请安装其中之一（Debian：sudo apt-get install chromium fonts-noto-cjk），或用 PLAYWRIGHT_CHROMIUM 指明路径。",
  );
}

/** A browser somebody has installed for Playwright. */
function hasPlaywrightsOwn(root, runtime) {
  const print = 'process.stdout.write(require("playwright").chromium.executablePath())';
  const { stdout } = spawnSync(runtime, ["-e", print], { encoding: "utf8", cwd: root });
  return Boolean(stdout) && existsSync(stdout);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

// `npm test`: installs what is missing, then every check in order. Stops at the first that fails.
// Runs on the machine's own Node, so it stays plain JavaScript.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installChromium } from "./setup/chromium.mjs";
import { installMissing } from "./setup/install.mjs";
import { findRuntime, refuseAncientNode } from "./setup/runtime.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, ".data", "test");
const vitestReport = join(results, "vitest.json");
const playwrightReport = join(results, "playwright.json");

refuseAncientNode();
installMissing(root, { dev: true });
const runtime = findRuntime(root);
installChromium(root, runtime);
mkdirSync(results, { recursive: true });
for (const report of [vitestReport, playwrightReport]) rmSync(report, { force: true });

const packages = join(root, "node_modules");
const script = ["--conditions=react-server", "--import", "tsx"];
const next = join(packages, "next/dist/bin/next");

step("数据库客户端", [...script, "scripts/generate.ts"]);
step("路由类型", [next, "typegen"]);
step("类型", [join(packages, "typescript/bin/tsc"), "--noEmit"]);
step("格式与规范", [join(packages, "@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]);
step("无用代码", [join(packages, "knip/bin/knip.js"), "--no-progress"]);
step("单元、结构与集成测试", [
  ...[join(packages, "vitest/vitest.mjs"), "run"],
  ...["--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`],
]);
step("网页构建", [...script, "scripts/build.ts"]);
step("浏览器测试", [join(packages, "@playwright/test/cli.js"), "test", "--reporter=list,json"], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
});
conclude();

function step(name, args, env = {}) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { status } = spawnSync(runtime, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env, TZ: "Pacific/Chatham", NEXT_TELEMETRY_DISABLED: "1", CI: "1" },
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}：${status === 0 ? "通过" : "未通过"}，${seconds} 秒`);
  if (status !== 0) process.exit(1);
}

/** Counts what ran. A test that was skipped, or ran twice to pass, is no proof. */
function conclude() {
  const vitest = JSON.parse(readFileSync(vitestReport, "utf8"));
  const { stats } = JSON.parse(readFileSync(playwrightReport, "utf8"));
  const skipped = vitest.numPendingTests + vitest.numTodoTests + stats.skipped;
  const failed = vitest.numFailedTests + stats.unexpected + stats.flaky;
  const passed = vitest.numPassedTests + stats.expected;
  if (skipped > 0) console.log(`${skipped} skipped: not allowed`);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (skipped > 0 || failed > 0 || passed === 0) process.exit(1);
}

import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/setup/chromium.mjs";

// An odd zone for server, tests and browser alike: days that depend on it show.
process.env.TZ = "Pacific/Chatham";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: resolve(import.meta.dirname, ".data/test/e2e-results"),
  globalSetup: "./tests/support/built-once.ts",
  // The journeys of a file follow each other; each worker has a portal and a database of its own.
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    locale: "zh-CN",
    timezoneId: "Pacific/Chatham",
    viewport: { width: 1366, height: 800 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      // In a locale without Chinese a browser gives a file with a Chinese name another one.
      env: { ...(process.env as Record<string, string>), LC_ALL: "C.UTF-8" },
      args: [
        "--disable-background-networking",
        "--disable-dev-shm-usage",
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
});

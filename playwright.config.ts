import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/setup/chromium.mjs";

// An odd zone for server, tests and browser alike: days that depend on it show.
process.env.TZ = "Pacific/Chatham";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: resolve(import.meta.dirname, ".data/test/e2e-results"),
  globalSetup: "./tests/support/portal-under-test.ts",
  fullyParallel: false,
  // One after another: an administrator has one session, and a journey's log-in would end another's.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    // Set by the global set-up, before the workers start.
    baseURL: process.env.E2E_BASE_URL,
    locale: "zh-CN",
    timezoneId: "Pacific/Chatham",
    viewport: { width: 1366, height: 800 },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        "--disable-background-networking",
        "--disable-dev-shm-usage",
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
});

import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

// An odd zone, 12:45 from Greenwich and on the other side of midnight from Shanghai: days that depend on it show.
process.env.TZ = "Pacific/Chatham";

/** What the code reads from its environment. Not secrets: they guard made-up data in a throw-away database. */
const env = {
  TZ: "Pacific/Chatham",
  DATA_DIR: resolve(root, ".data/test"),
  DATA_KEY: Buffer.alloc(32, "unit-tests-only-").toString("base64"),
  NEXTAUTH_SECRET: "only-for-tests-0123456789-abcdefghij",
  NEXTAUTH_URL: "http://localhost:3000",
  BASE_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
};

const mocked = "tests/**/*.mocked.test.ts";

const onDatabase = {
  globalSetup: ["tests/support/global-setup.ts"],
  setupFiles: ["tests/support/database.ts"],
  hookTimeout: 120_000,
};

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      "server-only": resolve(root, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    env,
    maxWorkers: 2,
    restoreMocks: true,
    // A busy machine is slow, not wrong.
    testTimeout: 60_000,
    // Files share a process and what it has loaded: loading it anew for each took half of the time. Those that put
    // another module in place of one (`*.mocked.test.ts`) are kept apart, so that nobody else meets it.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}", "tests/structure.test.ts"],
          exclude: [mocked],
        },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: [mocked],
        },
      },
      { extends: true, test: { ...onDatabase, name: "mocked", include: [mocked], isolate: true } },
    ],
  },
});

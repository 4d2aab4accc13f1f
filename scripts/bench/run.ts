import { parseArgs } from "node:util";
import { benchPassword, benchSize, withBenchDatabase } from "@/scripts/bench/place";
import type { Measured } from "@/scripts/bench/report";

/**
 * Measures the production server on one machine, everything included. `--size district|city`, `--seconds` for each page.
 * Prints as it goes and writes the size's part of docs/benchmarks.md.
 */
const { values } = parseArgs({
  options: { size: { type: "string", default: "district" }, seconds: { type: "string", default: "5" } },
});
const size = benchSize(values.size);
const seconds = Number(values.seconds);
const port = 3190;
const address = `http://localhost:${port}`;

await withBenchDatabase(size, async () => {
  const { fillDatabase } = await import("@/scripts/bench/generate/fill");
  const { ensureBuilt } = await import("@/scripts/serving/build");
  const { startWebServer } = await import("@/scripts/serving/web-server");
  await fillDatabase(size);
  await ensureBuilt();
  Object.assign(process.env, { BENCH: "1", PORT: String(port), NEXTAUTH_URL: address, BASE_URL: address });
  const started = performance.now();
  const server = await startWebServer("127.0.0.1", port);
  const coldStart = (performance.now() - started) / 1000;
  try {
    const { writeReport } = await import("@/scripts/bench/report");
    await writeReport(size.name, { coldStart, ...(await measure(server.pid)) });
  } finally {
    await server.stop(5_000);
  }
});

async function measure(pid: number): Promise<Omit<Measured, "coldStart">> {
  const { Browser } = await import("@/scripts/bench/measure/browser");
  const { watchMemory } = await import("@/scripts/bench/measure/memory");
  const { measurePages } = await import("@/scripts/bench/measure/pages");
  const { measureExport, measureLogIn, measureSaving } = await import("@/scripts/bench/measure/writes");
  const { measureImport } = await import("@/scripts/bench/measure/import");
  const { closeDatabase } = await import("@/lib/db/client");
  const memory = watchMemory(pid);
  const staff = new Browser(address);
  await staff.logIn("staff0", benchPassword);
  const pages = await measurePages(staff, address, seconds);
  const saving = await measureSaving(staff, 500);
  const everyone = new Browser(address);
  const top = size.committees > 1 ? "city" : "staff0";
  await everyone.logIn(top, benchPassword);
  const exporting = await measureExport(everyone, "/api/members/export");
  const logIn = await measureLogIn(() => new Browser(address), "staff0", benchPassword, 200);
  const highestMemory = memory.stop();
  const importing = await measureImport("staff0", 10_000);
  await closeDatabase();
  return { pages, saving, logIn, exporting, importing, highestMemory };
}

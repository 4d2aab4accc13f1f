import { parseArgs } from "node:util";
import { benchSize, withBenchDatabase } from "@/scripts/bench/place";

/** Fills the size's own database by COPY, unless it is filled already. `--size district|city`. */
const { values } = parseArgs({ options: { size: { type: "string", default: "district" } } });
const size = benchSize(values.size);

await withBenchDatabase(size, async () => {
  const { fillDatabase } = await import("@/scripts/bench/generate/fill");
  const { closeDatabase } = await import("@/lib/db/client");
  const started = performance.now();
  const counts = await fillDatabase(size);
  await closeDatabase();
  if (!counts) console.log(`${size.name}: already filled`);
  else console.log(`${size.name}: ${JSON.stringify(counts)} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
});

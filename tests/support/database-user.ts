// A process of its own that uses the embedded database of a folder until it is told to leave, or killed.

import { useEmbeddedDatabase } from "@/lib/db/embedded/lease";
import { OperatorError } from "@/lib/errors";
import { lockDataFolder } from "@/scripts/serving/portal-lock";

const [dataDir = "", part = ""] = process.argv.slice(2);
try {
  if (part === "portal") lockDataFolder(dataDir);
  const embedded = await useEmbeddedDatabase(dataDir);
  process.send?.({ url: embedded.url("postgres") });
  process.on("message", () => void embedded.release().then(() => process.exit(0)));
} catch (error) {
  process.send?.({ refusal: error instanceof OperatorError ? error.message : String(error) });
  process.exitCode = 1;
}

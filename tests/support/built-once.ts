import { spawnSync } from "node:child_process";

/** Before the browser tests: one build for the portals of all workers, unless it is there already. */
export default function buildOnce(): void {
  const script = 'import { ensureBuilt } from "./scripts/serving/build.ts"; await ensureBuilt();';
  const node = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", script];
  const { status } = spawnSync(process.execPath, node, { stdio: "inherit" });
  if (status !== 0) throw new Error("The pages could not be built");
}

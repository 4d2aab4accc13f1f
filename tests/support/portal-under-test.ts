import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

export type PortalUnderTest = { address: string; stop: () => Promise<void> };

/**
 * The real `npm start` on an empty data folder, with the samples and the production build: one for each worker, whose
 * journeys meet nobody else's. It is stopped as Ctrl-C would, which must succeed.
 */
export async function startPortal(worker: number): Promise<PortalUnderTest> {
  const dataDir = resolve(import.meta.dirname, `../../.data/test/portal-${worker}`);
  removeOldData(dataDir);
  const port = Number(process.env.E2E_PORT ?? 3100) + 20 * worker;
  const portal = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/portal.ts"], {
    // The channel lets the portal stop by itself when this run is killed.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...ownEnvironment(), DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "error" },
  });
  const address = await addressOf(portal);
  // What a journey asks the database itself.
  process.env.E2E_DATABASE_URL = databaseUrl(dataDir);
  const stop = async () => {
    portal.kill("SIGTERM");
    const [code] = await once(portal, "exit");
    if (code !== 0) throw new Error(`The portal did not stop in order: exit code ${code}`);
  };
  return { address, stop };
}

/** The folder of the last run. Its database may lie elsewhere, when root could not keep it there. */
function removeOldData(dataDir: string): void {
  const record = join(dataDir, "embedded.json");
  if (existsSync(record)) rmSync(JSON.parse(readFileSync(record, "utf8")).folder, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/** A demo, whatever the person's own environment says. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const own = { ...process.env };
  for (const name of [
    "DATABASE_URL",
    "PORTAL_MODE",
    "BASE_URL",
    "NEXTAUTH_URL",
    "DATA_KEY",
    "NEXTAUTH_SECRET",
    "HOST",
  ]) {
    delete own[name];
  }
  return own;
}

/** Waits until the portal says that it is ready, and where. */
function addressOf(portal: ChildProcess): Promise<string> {
  return new Promise((resolveAddress, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk.toString("utf8");
      if (output.includes("按 Ctrl-C 停止")) resolveAddress(/已启动：(http:\S+)/.exec(output)?.[1] ?? "");
    };
    portal.stdout?.on("data", read);
    portal.stderr?.on("data", read).pipe(process.stderr);
    portal.once("exit", (code) => reject(new Error(`The portal ended with ${code} before it was ready:\n${output}`)));
  });
}

function databaseUrl(dataDir: string): string {
  const { port } = JSON.parse(readFileSync(join(dataDir, "embedded.json"), "utf8"));
  const { databasePassword } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"));
  return `postgresql://portal:${databasePassword}@127.0.0.1:${port}/portal`;
}

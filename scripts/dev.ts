// `npm run dev`: the development server on the embedded database.
import { spawn } from "node:child_process";
import { applyMigrations } from "@/lib/db/migrations";
import { checkEnvironment, settleEnvironment } from "@/lib/env";
import { runCommand } from "@/scripts/command";
import { databaseUrl, openDatabase } from "@/scripts/database";
import { loadSamplesIntoEmbedded } from "@/scripts/samples";
import { generateClient } from "@/scripts/serving/build";

await runCommand(async () => {
  const { PORT, HOST = "127.0.0.1" } = checkEnvironment();
  await generateClient();
  const embedded = await openDatabase();
  try {
    if (embedded) await loadSamplesIntoEmbedded(embedded);
    await applyMigrations(databaseUrl());
    process.env.BASE_URL ||= `http://localhost:${PORT}`;
    process.env.NEXTAUTH_URL ||= process.env.BASE_URL;
    settleEnvironment();
    await developOn(HOST, PORT);
  } finally {
    await embedded?.release();
  }
});

/** Ctrl-C reaches Next by the terminal; this program outlives it to stop the database. */
function developOn(host: string, port: number): Promise<void> {
  const args = ["node_modules/next/dist/bin/next", "dev", "-H", host, "-p", String(port)];
  const env = { ...process.env, NODE_ENV: "development" as const, NEXT_TELEMETRY_DISABLED: "1", NODE_OPTIONS: "" };
  const child = spawn(process.execPath, args, { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

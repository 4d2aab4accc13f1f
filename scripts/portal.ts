// `npm start`, once the right Node runs: database, samples, build, server. What fails is said in plain words.
import { connect } from "@/lib/db/connect";
import type { EmbeddedDatabase } from "@/lib/db/embedded/lease";
import { applyMigrations } from "@/lib/db/migrations";
import { checkEnvironment } from "@/lib/env";
import { dataDir } from "@/lib/paths";
import { reportFailure, runCommand } from "@/scripts/command";
import { databaseUrl, openDatabase } from "@/scripts/database";
import { loadSamplesIntoEmbedded } from "@/scripts/samples";
import { ensureBuilt } from "@/scripts/serving/build";
import { lockDataFolder } from "@/scripts/serving/portal-lock";
import { serve } from "@/scripts/serving/serve";
import { prepareShutdown } from "@/scripts/serving/shutdown";

const shutdown = prepareShutdown();

await runCommand(async () => {
  const settings = checkEnvironment();
  try {
    const embedded = await prepareDatabase(settings.DATABASE_URL === undefined);
    const isDemo = embedded !== null && settings.PORTAL_MODE === "demo";
    if (isDemo && (await loadSamplesIntoEmbedded(embedded))) console.log("示例数据已装入。");
    const upgraded = await applyMigrations(databaseUrl());
    if (upgraded.length > 0) console.log(`数据库已升级：${upgraded.join("、")}`);
    await ensureBuilt();
    const server = await serve(shutdown, { host: settings.HOST ?? "127.0.0.1", port: settings.PORT, mayMove: true });
    if (embedded) watchOver(embedded);
    await announce(server.port, isDemo && (await holdsSamples()));
  } catch (error) {
    reportFailure(error);
    await shutdown.begin(1);
  }
});

async function prepareDatabase(isEmbedded: boolean): Promise<EmbeddedDatabase | null> {
  if (isEmbedded) {
    console.log(`正在启动内嵌数据库（${dataDir()}）……`);
    lockDataFolder(dataDir());
  }
  const embedded = await openDatabase();
  if (embedded) {
    shutdown.addForce(() => embedded.release("kill"));
    shutdown.add(() => embedded.release());
  }
  return embedded;
}

/** Starts the database again when it dies while the portal runs. */
function watchOver(embedded: EmbeddedDatabase): void {
  const address = embedded.url();
  const watch = setInterval(async () => {
    const hadDied = await embedded.revive().catch((error) => console.error(String(error)));
    if (!hadDied) return;
    console.error("数据库曾意外停止，已重新启动。");
    if (embedded.url() !== address) await shutdown.begin(1);
  }, 2_000);
  watch.unref();
  shutdown.add(async () => clearInterval(watch));
}

/** The samples mark themselves; their accounts are of no use in a database that was filled otherwise. */
async function holdsSamples(): Promise<boolean> {
  const client = await connect(databaseUrl());
  const mark = client.query(`SELECT 1 FROM "CommitteeSetting" WHERE key = 'isSample'`);
  return (await mark.finally(() => client.end())).rowCount !== 0;
}

async function announce(port: number, hasSampleAccounts: boolean): Promise<void> {
  const lines = ["", `互联网行业党建管理平台已启动：http://localhost:${port}`];
  if (hasSampleAccounts) {
    const { sampleAccounts } = await import("@/prisma/seed/accounts");
    lines.push("", "示例账号（仅供演示）：");
    for (const account of sampleAccounts) {
      lines.push(`  ${account.roleLabel}　登录名 ${account.username}　密码 ${account.password}`);
    }
  }
  console.log([...lines, "", "按 Ctrl-C 停止。"].join("\n"));
}

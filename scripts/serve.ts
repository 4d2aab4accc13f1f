// `npm run serve`: production. A database of its own, secrets from the environment, no samples, no default account.
import { existsSync } from "node:fs";
import { applyMigrations } from "@/lib/db/migrations";
import { checkEnvironment } from "@/lib/env";
import { OperatorError } from "@/lib/errors";
import { runCommand } from "@/scripts/command";
import { databaseUrl } from "@/scripts/database";
import { serve } from "@/scripts/serving/serve";
import { prepareShutdown } from "@/scripts/serving/shutdown";

await runCommand(async () => {
  process.env.PORTAL_MODE = "production";
  const settings = checkEnvironment();
  if (!settings.DATABASE_URL) throw new OperatorError("正式运行必须设置 DATABASE_URL（PostgreSQL 15 或更高）。");
  if (!existsSync(".next/BUILD_ID")) throw new OperatorError("还没有构建网页。请先运行 npm run build。");
  const upgraded = await applyMigrations(databaseUrl());
  if (upgraded.length > 0) console.log(`数据库已升级：${upgraded.join("、")}`);
  const shutdown = prepareShutdown();
  const server = await serve(shutdown, { host: settings.HOST ?? "0.0.0.0", port: settings.PORT, mayMove: false });
  console.log(`互联网行业党建管理平台已启动，端口 ${server.port}，对外地址 ${process.env.BASE_URL}`);
});

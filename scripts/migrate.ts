// `npm run migrate`: brings the database to this version of the program.
import { applyMigrations } from "@/lib/db/migrations";
import { checkEnvironment } from "@/lib/env";
import { runCommand } from "@/scripts/command";
import { databaseUrl, openDatabase } from "@/scripts/database";

await runCommand(async () => {
  checkEnvironment();
  const embedded = await openDatabase();
  try {
    const applied = await applyMigrations(databaseUrl());
    console.log(applied.length > 0 ? `已升级数据库：\n  ${applied.join("\n  ")}` : "数据库已是最新，无需升级。");
  } finally {
    await embedded?.release();
  }
});

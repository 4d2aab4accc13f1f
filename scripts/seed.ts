// `npm run seed`: loads the samples into an empty database, and refuses any other.
import { applyMigrations } from "@/lib/db/migrations";
import { checkEnvironment } from "@/lib/env";
import { OperatorError } from "@/lib/errors";
import { runCommand } from "@/scripts/command";
import { databaseUrl, isEmptyDatabase, openDatabase } from "@/scripts/database";
import { loadSamplesIntoEmbedded } from "@/scripts/samples";
import { generateClient } from "@/scripts/serving/build";

const notEmpty = new OperatorError("数据库里已有数据，不再装入示例数据。示例数据只装入空的数据库。");

await runCommand(async () => {
  if (checkEnvironment().PORTAL_MODE === "production") {
    throw new OperatorError("正式运行（PORTAL_MODE=production）不装入示例数据：其中的账号和密码是公开的。");
  }
  await generateClient();
  const embedded = await openDatabase();
  try {
    if (!embedded) await loadHere();
    else if (!(await loadSamplesIntoEmbedded(embedded))) throw notEmpty;
    else console.log("示例数据已装入。");
  } finally {
    await embedded?.release();
  }
});

async function loadHere(): Promise<void> {
  if (!(await isEmptyDatabase(databaseUrl()))) throw notEmpty;
  await applyMigrations(databaseUrl());
  const { seedSamples } = await import("@/prisma/seed/seed");
  const { closeDatabase } = await import("@/lib/db/client");
  await seedSamples().finally(closeDatabase);
}

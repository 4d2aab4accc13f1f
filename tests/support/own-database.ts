import { randomBytes } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { connect } from "@/lib/db/connect";
import { applyMigrations } from "@/lib/db/migrations";

/** Gives a test file an empty database of its own beside the worker's, and `fill`s it; gone afterwards. */
export function giveOwnDatabase(fill: () => Promise<void> = async () => {}): void {
  const workers = process.env.DATABASE_URL ?? "";
  const name = `own_${randomBytes(4).toString("hex")}`;
  const atServer = async (statement: string) => {
    const client = await connect(workers);
    await client.query(statement).finally(() => client.end());
  };
  beforeAll(async () => {
    await closeDatabase();
    await atServer(`CREATE DATABASE ${name}`);
    const address = new URL(workers);
    address.pathname = `/${name}`;
    await applyMigrations(address.href);
    process.env.DATABASE_URL = address.href;
    await fill();
  }, 60_000);
  afterAll(async () => {
    await closeDatabase();
    process.env.DATABASE_URL = workers;
    await atServer(`DROP DATABASE ${name}`);
  });
}

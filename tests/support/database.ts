import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { connect } from "@/lib/db/connect";
import { throwOutAndDrop } from "@/lib/db/embedded/databases";
import { databaseAt } from "@/tests/support/database-at";

/**
 * Runs before every integration test file: a fresh copy of the migrated template becomes its `DATABASE_URL`.
 * A worker runs its files one after the other, so its databases can share a name.
 */
const { template, prefix } = inject("testServer");
const name = `${prefix}${process.env.VITEST_POOL_ID}`;

const server = await connect(databaseAt("postgres"));
try {
  await throwOutAndDrop(server, name);
  await server.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
} finally {
  await server.end();
}
process.env.DATABASE_URL = databaseAt(name);

afterAll(closeDatabase);

import "server-only";
import pg from "pg";
import { connect } from "@/lib/db/connect";
import type { EmbeddedDatabase } from "@/lib/db/embedded/lease";

/** Runs statements on the cluster itself, outside any of its databases. */
async function onCluster<T>(embedded: EmbeddedDatabase, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(embedded.url("postgres"));
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

export function hasDatabase(embedded: EmbeddedDatabase, name: string): Promise<boolean> {
  return onCluster(embedded, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    return rowCount === 1;
  });
}

/** The names of the portal's databases in the cluster. */
export function listDatabases(embedded: EmbeddedDatabase): Promise<string[]> {
  return onCluster(embedded, async (client) => {
    const own =
      "SELECT datname FROM pg_database WHERE datdba = (SELECT oid FROM pg_roles WHERE rolname = current_user)";
    const { rows } = await client.query<{ datname: string }>(own);
    return rows.map((row) => row.datname);
  });
}

/** Makes a database, empty or as a copy of another. */
export async function createDatabase(embedded: EmbeddedDatabase, name: string, template = "template1"): Promise<void> {
  await onCluster(embedded, (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)}`),
  );
}

export async function ensureDatabase(embedded: EmbeddedDatabase, name: string): Promise<void> {
  if (!(await hasDatabase(embedded, name))) await createDatabase(embedded, name);
}

/** Removes a database if it is there. With `force` whoever uses it is thrown out; without, it refuses. */
export function dropDatabase(embedded: EmbeddedDatabase, name: string, how?: "force"): Promise<void> {
  return onCluster(embedded, async (client) => {
    if (how === "force") await throwOutAndDrop(client, name);
    else await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`);
  });
}

/**
 * Ends the account's own sessions on a database, then removes it if it is there. Not by `WITH (FORCE)`: that fails for
 * an account without power over the cluster while autovacuum is at work; without it the server calls autovacuum off.
 */
export async function throwOutAndDrop(client: pg.Client, name: string): Promise<void> {
  const others = "datname = $1 AND usename = current_user AND pid <> pg_backend_pid()";
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`, [name]);
  await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`);
}

export async function renameDatabase(embedded: EmbeddedDatabase, from: string, to: string): Promise<void> {
  await onCluster(embedded, (client) =>
    client.query(`ALTER DATABASE ${pg.escapeIdentifier(from)} RENAME TO ${pg.escapeIdentifier(to)}`),
  );
}

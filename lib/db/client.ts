import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/generated/prisma/client";

/** Limits: no request waits for ever, neither for a connection nor for a statement. */
function openPool(): pg.Pool {
  return new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: Number(process.env.DATABASE_POOL ?? 10),
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    // Statements are short and many: one each is faster than workers that compete for the same cores.
    options: "-c timezone=UTC -c max_parallel_workers_per_gather=0",
  });
}

type Database = { pool: pg.Pool; db: PrismaClient };

const statementNames = new Map<string, string>();

/**
 * Names the statements that come again and again, so that the database plans them once a connection instead of every time.
 * Long ones (bulk writes) and whatever comes after the first few hundred stay unnamed: a named plan takes memory.
 */
function statementName({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known !== undefined || sql.length > 6_000 || statementNames.size >= 300) return known ?? "";
  const name = `s${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}

function open(): Database {
  const pool = openPool();
  // A lost connection is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  return {
    pool,
    db: new PrismaClient({
      adapter: new PrismaPg(pool, { statementNameGenerator: statementName }),
      transactionOptions: { maxWait: 5_000, timeout: 10_000 },
    }),
  };
}

// Next may load this module more than once in a process; the pool must stay one.
const shared = globalThis as typeof globalThis & { portalDatabase?: Database };

function database(): Database {
  shared.portalDatabase ??= open();
  return shared.portalDatabase;
}

/** The Prisma client. Reads use it directly; writes go through `transact`. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_target, property) => Reflect.get(database().db, property),
});

/** The connection pool under the Prisma client, for COPY and cursors. */
export function pool(): pg.Pool {
  return database().pool;
}

/** Closes all connections; the last thing a process does. */
export async function closeDatabase(): Promise<void> {
  const open = shared.portalDatabase;
  shared.portalDatabase = undefined;
  await open?.db.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
}

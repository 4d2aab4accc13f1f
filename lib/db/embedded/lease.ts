import "server-only";
import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { clusterOwner, ensureCluster } from "@/lib/db/embedded/cluster";
import { findPlace, type Place, remember, rememberedPort } from "@/lib/db/embedded/place";
import { findPostmaster, isAlive, type Postmaster, stopPostmaster } from "@/lib/db/embedded/postmaster";
import { startOrAdopt } from "@/lib/db/embedded/server";
import { OperatorError } from "@/lib/errors";
import { type FileLock, tryFileLock, waitForFileLock } from "@/lib/file-lock";
import { makeDataDir } from "@/lib/paths";
import { loadSecrets, type Secrets } from "@/lib/secrets";

/** The right to use the embedded database of a data folder, shared with other processes. */
export type EmbeddedDatabase = {
  dataDir: string;
  secrets: Secrets;
  /** The address of a database in the cluster, for the portal's own role. */
  url(database?: string): string;
  /** Starts the server again when it has died. Returns true when it had. */
  revive(): Promise<boolean>;
  /** Gives the database back: the last user stops it. `kill` stops it at once, whoever uses it. */
  release(how?: "inOrder" | "kill"): Promise<void>;
};

/** The portal's role in the cluster: no superuser, as on a server of its own. */
const role = "portal";

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs there.
 * `durable: false` is for test data: faster, and lost when the machine loses power.
 */
export async function useEmbeddedDatabase(
  dataDir: string,
  options: { durable: boolean } = { durable: true },
): Promise<EmbeddedDatabase> {
  const home = makeDataDir(dataDir);
  const turn = await takeTurn(home);
  const use = tryFileLock(join(home, "locks", "database-users.lock"), "shared");
  if (!use) throw new OperatorError(`数据文件夹 ${home} 正忙，请稍后再试。`);
  try {
    return await open(home, options.durable, use);
  } catch (error) {
    use.release();
    throw error;
  } finally {
    turn.release();
  }
}

async function open(home: string, durable: boolean, use: FileLock): Promise<EmbeddedDatabase> {
  const place = findPlace(home);
  const secrets = loadSecrets(home, { mayCreate: !existsSync(join(place.data, "PG_VERSION")) });
  ensureCluster(place, secrets.databaseOwnerPassword, durable);
  const start = () =>
    startOrAdopt({ place, durable, password: secrets.databaseOwnerPassword, port: rememberedPort(home) });
  let running = await start();
  remember(home, { folder: place.folder, port: running.port });
  await ensureRole(running.port, secrets);
  return {
    dataDir: home,
    secrets,
    url: (database = role) => `postgresql://${role}:${secrets.databasePassword}@127.0.0.1:${running.port}/${database}`,
    revive: async () => {
      if (isAlive(running.pid)) return false;
      const turn = await takeTurn(home);
      running = await start().finally(() => turn.release());
      return true;
    },
    release: async (how = "inOrder") => {
      if (how === "kill") return stopPostmaster(place, running, 1_000);
      await giveBack(home, place, use);
    },
  };
}

/** The last one out stops the server. A user that died holds no lock and does not count. */
async function giveBack(home: string, place: Place, use: FileLock): Promise<void> {
  const turn = await takeTurn(home);
  use.release();
  const alone = tryFileLock(join(home, "locks", "database-users.lock"), "exclusive");
  const running: Postmaster | null = alone && findPostmaster(place.data);
  if (running) await stopPostmaster(place, running);
  alone?.release();
  turn.release();
}

/** Starting and stopping happen one at a time. */
async function takeTurn(home: string): Promise<FileLock> {
  const turn = await waitForFileLock(join(home, "locks", "database-turn.lock"), "exclusive", 120_000);
  if (!turn) throw new OperatorError(`另一个程序正在启动或停止 ${home} 的数据库，两分钟内没有完成。请稍后再试。`);
  return turn;
}

async function ensureRole(port: number, secrets: Secrets): Promise<void> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: clusterOwner,
    password: secrets.databaseOwnerPassword,
    database: "postgres",
  });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
    if (rowCount === 0) {
      await client.query(
        `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(secrets.databasePassword)}`,
      );
    }
  } finally {
    await client.end();
  }
}

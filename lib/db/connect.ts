import "server-only";
import pg from "pg";
import { OperatorError } from "@/lib/errors";
import { maskText } from "@/lib/log";

/**
 * One connection for a start or a command, without the ORM. The caller ends it.
 * Refuses with an OperatorError that says what is wrong with the address.
 */
export async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    options: "-c timezone=UTC",
  });
  // A server that stops while nobody is asking must not end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw new OperatorError(`${whyRefused(error, databaseUrl)}\n（DATABASE_URL=${maskText(databaseUrl)}）`);
  }
}

/** Checks what the portal stands on: PostgreSQL 15 or later, in UTF8. */
export async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    "SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding",
  );
  const { version = "0", encoding = "" } = rows[0] ?? {};
  if (Number(version) < 150_000) {
    throw new OperatorError(
      `数据库版本太旧：需要 PostgreSQL 15 或更高，这里是 ${Math.floor(Number(version) / 10_000)}。`,
    );
  }
  if (encoding !== "UTF8") throw new OperatorError(`数据库的编码是 ${encoding}，需要 UTF8。请用 UTF8 编码新建数据库。`);
}

function whyRefused(error: unknown, databaseUrl: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const where = placeOf(databaseUrl);
  switch (code) {
    case "ECONNREFUSED":
    case "ENOENT":
      return `连不上数据库 ${where.host}：那里没有正在运行的 PostgreSQL。请检查地址和端口，或启动数据库。`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `找不到数据库主机 ${where.host}。请检查 DATABASE_URL 中的主机名。`;
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `数据库 ${where.host} 没有回应。请检查网络和防火墙。`;
    case "28P01":
    case "28000":
      return `数据库拒绝了用户 ${where.user}：用户名或密码不对，或不允许从本机登录。`;
    case "3D000":
      return `数据库 ${where.database} 不存在。请先新建：CREATE DATABASE "${where.database}" ENCODING 'UTF8'`;
    case "53300":
      return "数据库的连接已用完。请减少其他程序的连接，或调大 max_connections。";
    case "57P03":
      return "数据库正在启动或停止，请稍后再试。";
    default:
      return `连不上数据库：${error instanceof Error ? maskText(error.message) || error.name : String(error)}`;
  }
}

function placeOf(databaseUrl: string): { host: string; user: string; database: string } {
  try {
    const url = new URL(databaseUrl);
    const host = url.searchParams.get("host") ?? url.host;
    return { host, user: decodeURIComponent(url.username), database: decodeURIComponent(url.pathname.slice(1)) };
  } catch {
    return { host: "（地址无法识别）", user: "", database: "" };
  }
}

import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { pool } from "@/lib/db/client";

export type ChunkRow = (string | number | boolean | null)[];

/**
 * The rows of a query as arrays of its columns, in chunks, from one snapshot and in constant memory. While a chunk is
 * used the database already makes the next. Days must be selected as text. Ending the loop early frees the connection.
 */
export async function* readInChunks(query: Prisma.Sql, size = 2_000): AsyncGenerator<ChunkRow[]> {
  const client = await pool().connect();
  let failure: Error | undefined;
  let coming: Promise<{ rows: ChunkRow[] }> | undefined;
  try {
    await client.query("BEGIN READ ONLY");
    // All rows are wanted, so the plan for all of them is the fast one.
    await client.query("SET LOCAL cursor_tuple_fraction = 1");
    await client.query({ text: `DECLARE rows NO SCROLL CURSOR FOR ${query.text}`, values: query.values });
    const next = () => client.query<ChunkRow>({ text: `FETCH ${size} FROM rows`, rowMode: "array" });
    coming = next();
    for (let chunk = await coming; chunk.rows.length > 0; chunk = await coming) {
      coming = next();
      coming.catch(() => {}); // Awaited in the next round; when the loop ends early, below.
      yield chunk.rows;
    }
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    await coming?.catch(() => {});
    await client.query("ROLLBACK").catch((error: Error) => (failure ??= error));
    client.release(failure);
  }
}

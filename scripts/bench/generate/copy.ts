import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";

export type Value = string | number | boolean | null | string[];

/** Writes rows into a table by COPY. The first row's keys are the columns. */
export async function copyRows(client: pg.PoolClient, table: string, rows: Record<string, Value>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const into = client.query(from(`COPY "${table}" (${columns.map((column) => `"${column}"`).join(", ")}) FROM STDIN`));
  await pipeline(Readable.from(lines(rows, columns)), into);
}

function* lines(rows: Record<string, Value>[], columns: string[]): Generator<string> {
  for (let start = 0; start < rows.length; start += 1_000) {
    yield rows
      .slice(start, start + 1_000)
      .map((row) => `${columns.map((column) => write(row[column] ?? null)).join("\t")}\n`)
      .join("");
  }
}

function write(value: Value): string {
  if (value === null) return "\\N";
  if (Array.isArray(value)) return `{${value.map((item) => `"${item}"`).join(",")}}`;
  return String(value).replaceAll(/[\\\t\n\r]/g, " ");
}

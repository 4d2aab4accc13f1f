import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export type Column = { table: string; column: string; type: string; isNullable: boolean; hasDefault: boolean };
export type Schema = {
  columns: Column[];
  enums: Map<string, string[]>;
  /** `Table(column, column)`, for primary keys, unique and plain indexes, and foreign keys. */
  uniques: string[];
  indexes: string[];
  foreignKeys: string[];
};

const columnTypes: Record<string, string> = {
  String: "text",
  Int: "int4",
  BigInt: "int8",
  Boolean: "bool",
  DateTime: "timestamp",
  Json: "jsonb",
  Float: "float8",
  Decimal: "numeric",
  Bytes: "bytea",
};
const nativeTypes: Record<string, string> = {
  Uuid: "uuid",
  Date: "date",
  Timestamptz: "timestamptz",
  SmallInt: "int2",
};

/** What the Prisma schema asks of the database. Reads only what this project writes: formatted, one field a line. */
export function readSchema(folder = resolve("prisma/models")): Schema {
  const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const blocks = [...text.join("\n").matchAll(/^(model|enum) (\w+) \{\n([\s\S]*?)^\}/gm)];
  const bodies = (kind: string) =>
    blocks.filter((block) => block[1] === kind).map((block) => [block[2] ?? "", linesOf(block[3] ?? "")] as const);
  const schema: Schema = { columns: [], enums: new Map(bodies("enum")), uniques: [], indexes: [], foreignKeys: [] };
  for (const [table, lines] of bodies("model")) for (const line of lines) readLine(schema, table, line);
  return schema;
}

function linesOf(body: string): string[] {
  return body
    .split("\n")
    .map((line) => line.replace(/\s*\/\/.*$/, "").trim())
    .filter(Boolean);
}

function readLine(schema: Schema, table: string, line: string): void {
  const block = /^@@(id|unique|index)\(\[([^\]]+)\]/.exec(line);
  if (block) {
    const target = block[1] === "index" ? schema.indexes : schema.uniques;
    target.push(columnsOf(table, block[2] ?? ""));
    return;
  }
  const [, column = "", type = "", mark = ""] = /^(\w+)\s+(\w+)(\[\]|\?|)/.exec(line) ?? [];
  const key = /@relation\(.*?fields: \[([^\]]+)\]/.exec(line);
  if (key) schema.foreignKeys.push(columnsOf(table, key[1] ?? ""));
  const columnType = nativeTypes[/@db\.(\w+)/.exec(line)?.[1] ?? ""] ?? columnTypes[type] ?? enumType(schema, type);
  if (!column || !columnType) return;
  if (/\s@(id|unique)\b/.test(line)) schema.uniques.push(columnsOf(table, column));
  schema.columns.push({
    table,
    column,
    type: mark === "[]" ? `_${columnType}` : columnType,
    // Prisma leaves lists without NOT NULL and reads NULL as an empty list.
    isNullable: mark !== "",
    // Identifiers are made by the program.
    hasDefault: /@default\((?!uuid)/.test(line),
  });
}

function columnsOf(table: string, list: string): string {
  const columns = list.split(/,(?![^(]*\))/).map((part) => part.trim().replace(/\(.*$/, ""));
  return `${table}(${columns.join(", ")})`;
}

function enumType(schema: Schema, type: string): string | undefined {
  return schema.enums.has(type) ? type : undefined;
}

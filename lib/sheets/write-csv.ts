import { Readable } from "node:stream";
import type { Cell } from "./cell";
import type { WorkbookPlan } from "./write-workbook";

// What a spreadsheet program would run as a formula, full-width forms and leading blanks included.
const formulaLike = /^[\t\r]|^\s*[=+\-@＝＋－＠]/;

/**
 * A CSV file as a stream: UTF-8 with byte order mark (Excel needs it for Chinese), CRLF, every text that looks like
 * a formula led by an apostrophe (OWASP, CSV injection). Numbers are written as they are.
 */
export function streamCsv({ columns, rows }: Pick<WorkbookPlan, "columns" | "rows">): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(csvBlocks(columns, rows), { objectMode: false })) as ReadableStream<Uint8Array>;
}

async function* csvBlocks(columns: WorkbookPlan["columns"], rows: WorkbookPlan["rows"]): AsyncGenerator<Buffer> {
  yield Buffer.from(`\ufeff${csvRow(columns.map(({ header }) => header))}`);
  for await (const chunk of rows) yield Buffer.from(chunk.map(csvRow).join(""));
}

function csvRow(cells: Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  const raw = (typeof cell === "object" ? cell.day : cell).replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\ufffd");
  const text = formulaLike.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

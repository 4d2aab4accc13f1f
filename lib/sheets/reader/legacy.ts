import {
  type CellObject,
  CFB,
  type ParsingOptions,
  parse_xlscfb,
  set_cptable,
  type WorkBook,
  type WorkSheet,
} from "@e965/xlsx";
import type { Cell } from "../cell.ts";
import type { SheetLimits } from "../limits.ts";
import { dayOfSerial, isDayFormatId, showsDay } from "./day.ts";
import { Refused } from "./refuse.ts";
import { type Portion, putCell, RowGatherer } from "./rows.ts";

declare module "@e965/xlsx" {
  // Exported by the library, missing from its declarations.
  function parse_xlscfb(container: unknown, options: ParsingOptions): WorkBook;
}

/** Reads a legacy .xls (Excel 5 to 2003). Refuses passwords and containers of other programs before parsing. */
export async function* readLegacyWorkbook(bytes: Buffer, limits: SheetLimits): AsyncGenerator<Portion> {
  if (bytes.length > limits.legacyFileBytes) throw new Refused("LEGACY_TOO_BIG");
  const container = CFB.read(bytes, { type: "buffer" });
  const entry = (name: string) => CFB.find(container, name);
  if (entry("EncryptedPackage") || entry("EncryptionInfo")) throw new Refused("PASSWORD");
  const stream = entry("/Workbook") ?? entry("/Book");
  if (!stream) throw new Refused("NOT_A_SHEET");
  // Files older than Excel 97 hold text in the machine's code page; the tables for them are only loaded here.
  if (!entry("/Workbook")) set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  nameDayFormats(Buffer.from(stream.content.buffer, stream.content.byteOffset, stream.content.length));

  const book = parse(container);
  if (book.SheetNames.length > limits.sheets) throw new Refused("SHEETS", `${book.SheetNames.length} sheets`);
  yield { sheets: book.SheetNames.map((name, i) => ({ name, hidden: !!book.Workbook?.Sheets?.[i]?.Hidden })) };
  const counts1904 = book.Workbook?.WBProps?.date1904 === true;
  const rows = new RowGatherer(limits);
  for (const [index, name] of book.SheetNames.entries()) {
    rows.startSheet(index);
    yield* readSheet(book.Sheets[name], counts1904, rows, limits);
  }
}

const formatRecord = 0x041e;
const cellFormatRecord = 0x00e0;

/** The parser forgets formats known by number alone, so cells that show a day by one get the plain date format. */
function nameDayFormats(stream: Buffer): void {
  const named = new Set<number>();
  for (let at = 0; at + 8 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const record = stream.readUInt16LE(at);
    if (record === formatRecord) named.add(stream.readUInt16LE(at + 4));
    if (record !== cellFormatRecord) continue;
    const format = stream.readUInt16LE(at + 6);
    if (isDayFormatId(format) && !named.has(format)) stream.writeUInt16LE(14, at + 6);
  }
}

function parse(container: unknown): WorkBook {
  try {
    return parse_xlscfb(container, { dense: true, cellNF: true, cellFormula: false, cellHTML: false, cellText: false });
  } catch (error) {
    throw new Refused(/password|encrypt/i.test(String(error)) ? "PASSWORD" : "DAMAGED", String(error));
  }
}

function* readSheet(
  sheet: WorkSheet | undefined,
  counts1904: boolean,
  rows: RowGatherer,
  limits: SheetLimits,
): Generator<Portion> {
  const lines = (sheet as { "!data"?: CellObject[][] } | undefined)?.["!data"] ?? [];
  for (const [line, cells] of lines.entries()) {
    const row: Cell[] = [];
    cells?.forEach((cell, column) => {
      putCell(row, column, readCell(cell, counts1904), limits);
    });
    rows.add(line, row);
    if (rows.isFull) yield* rows.take();
  }
  yield* rows.take();
}

function readCell({ t, v, z }: CellObject, counts1904: boolean): Cell {
  if (t === "e") return errorTexts[Number(v)] ?? "#N/A";
  if (typeof v === "number" && typeof z === "string" && showsDay(z)) {
    const day = dayOfSerial(v, counts1904);
    return day ? { day } : v;
  }
  return typeof v === "string" || typeof v === "boolean" || Number.isFinite(v) ? (v as Cell) : null;
}

const errorTexts: Record<number, string> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

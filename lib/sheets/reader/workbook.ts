import { type CellObject, CFB, read, SSF, set_cptable, type WorkSheet } from "@e965/xlsx";
import type { Cell, Sheet } from "../cell.ts";
import type { SheetLimits } from "../limits.ts";
import { Refused } from "./refuse.ts";

const valuesOnly = {
  dense: true,
  nodim: true,
  cellNF: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
  cellStyles: false,
  bookDeps: false,
  bookVBA: false,
} as const;

/** Reads a workbook's values: .xlsx bytes that passed `cleanArchive`, or a legacy .xls that passed `checkContainer`. */
export function readWorkbook(bytes: Buffer, limits: SheetLimits): Sheet[] {
  const book = parse(bytes);
  if (book.SheetNames.length > limits.sheets) throw new Refused("SHEETS", `${book.SheetNames.length} sheets`);
  const counts1904 = book.Workbook?.WBProps?.date1904 === true;
  const budget = { rows: limits.rows, cells: limits.cells };
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    const rows = sheet ? readRows(sheet, counts1904, limits, budget) : [];
    // Each parsed sheet is let go before the next is converted: both together would double the heap.
    delete book.Sheets[name];
    return { name, hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, rows };
  });
}

/** Looks at a legacy container before it is parsed: refuses passwords and containers of other programs. */
export async function checkContainer(bytes: Buffer): Promise<void> {
  const container: { FullPaths: string[] } = CFB.read(bytes, { type: "buffer" });
  const names = container.FullPaths.map((path) => path.slice(path.indexOf("/") + 1));
  if (names.includes("EncryptedPackage") || names.includes("EncryptionInfo")) throw new Refused("PASSWORD");
  if (!names.includes("Workbook") && !names.includes("Book")) throw new Refused("NOT_A_SHEET");
  // Files older than Excel 97 hold text in the machine's code page; the tables for them are only loaded here.
  if (!names.includes("Workbook")) set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
}

function parse(bytes: Buffer) {
  try {
    return read(bytes, { ...valuesOnly, type: "buffer" });
  } catch (error) {
    throw new Refused(/password|encrypt/i.test(String(error)) ? "PASSWORD" : "DAMAGED", String(error));
  }
}

function readRows(
  sheet: WorkSheet,
  counts1904: boolean,
  limits: SheetLimits,
  budget: { rows: number; cells: number },
): Cell[][] {
  const rows: Cell[][] = [];
  const data = (sheet as { "!data"?: (CellObject | undefined)[][] })["!data"] ?? [];
  data.forEach((cells, line) => {
    const row = readRow(cells ?? [], counts1904, limits);
    if (row.length === 0) return;
    if (line >= limits.rows) throw new Refused("ROWS", `line ${line + 1}`);
    while (rows.length < line) rows.push([]);
    rows.push(row);
    budget.cells -= row.length;
    if (budget.cells < 0) throw new Refused("ROWS", "cells");
  });
  budget.rows -= rows.length;
  if (budget.rows < 0) throw new Refused("ROWS", "rows of all sheets");
  return rows;
}

function readRow(cells: (CellObject | undefined)[], counts1904: boolean, limits: SheetLimits): Cell[] {
  const row: Cell[] = [];
  cells.forEach((cell, column) => {
    const value = cell ? readCell(cell, counts1904) : null;
    if (value === null) return;
    if (column >= limits.columns) throw new Refused("COLUMNS", `column ${column + 1}`);
    while (row.length < column) row.push(null);
    row.push(value);
  });
  return row;
}

function readCell({ t, v, z }: CellObject, counts1904: boolean): Cell {
  if (t === "e") return errorTexts[Number(v)] ?? "#N/A";
  if (typeof v === "number" && typeof z === "string" && showsDay(z)) {
    const day = dayOfSerial(v, counts1904);
    return day ? { day } : v;
  }
  if (typeof v === "string") return v === "" ? null : v;
  return typeof v === "number" || typeof v === "boolean" ? v : null;
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

const dayFormats = new Map<string, boolean>();

/** True for a number format that shows a calendar day; a pure time or a duration is not one. */
function showsDay(format: string): boolean {
  const known = dayFormats.get(format);
  if (known !== undefined) return known;
  const codes = format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, "");
  const shows = SSF.is_date(format) === true && /[yd]/i.test(codes);
  dayFormats.set(format, shows);
  return shows;
}

/** Excel's day number as YYYY-MM-DD; null outside 1900–9999. */
function dayOfSerial(serial: number, counts1904: boolean): string | null {
  const whole = Math.floor(serial) + (counts1904 ? 1462 : 0);
  if (!(whole >= 1 && whole <= 2_958_465)) return null;
  // Excel believes in 29 February 1900, so numbers before it count from one day later.
  return new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * 86_400_000).toISOString().slice(0, 10);
}

import type { ImportKind } from "@/generated/prisma/enums";
import { type SheetRow, textOf } from "@/lib/imports/rules/reading/cells";
import {
  type ChosenFields,
  type Column,
  type Header,
  readHeaderPair,
  readHeaderRow,
} from "@/lib/imports/rules/table/header-rows";
import type { ColumnField } from "@/lib/imports/rules/table/headers";
import type { Sheet } from "@/lib/sheets/cell";

/** A header lies near the top; the notes above it rarely fill a page. */
const LINES_SEARCHED = 80;

export type Table = {
  sheetName: string;
  /** The last line of the header; data begins below it. */
  headerLine: number;
  columns: Column[];
  /** All lines below the header. */
  rows: SheetRow[];
  /** Texts above the header: a title repeated further down is no data. */
  titles: ReadonlySet<string>;
  /** Other sheets that hold a table of this kind and are not read. */
  otherSheets: { name: string; rowCount: number }[];
};

export type TableSearch = { table: Table } | { refusal: string };

/** The person may name the sheet, the header's line, and what columns mean. */
export type TableChoice = { sheetName?: string; headerLine?: number; fields?: ChosenFields };

type Candidate = { sheet: Sheet; header: Header; rowCount: number; score: number };

/**
 * Finds the sheet and the header row of a list: the row whose cells are best recognised as column names, in the sheet that
 * has most below it. Titles and notes may stand above, sheets of notes before. Refuses (in Chinese) when there is none.
 */
export function findTable(sheets: readonly Sheet[], kind: ImportKind, choice: TableChoice = {}): TableSearch {
  const named = sheets.filter((sheet) => choice.sheetName === undefined || sheet.name === choice.sheetName);
  const fields: ChosenFields = choice.fields ?? new Map();
  const candidates = named
    .map((sheet) => bestIn(sheet, kind, fields, choice.headerLine))
    .filter((candidate) => candidate !== null)
    .sort((one, other) => other.score - one.score);
  const best = candidates[0];
  if (!best) return { refusal: whyNone(kind, named) };
  if (isOtherKind(best, kind)) return { refusal: wrongKind[kind] };
  return {
    table: {
      sheetName: best.sheet.name,
      headerLine: best.header.lastLine,
      columns: withNamelessColumns(best),
      rows: rowsOf(best.sheet, best.header.lastLine),
      titles: titlesAbove(best),
      otherSheets: candidates.slice(1).map(({ sheet, rowCount }) => ({ name: sheet.name, rowCount })),
    },
  };
}

/** Where each field stands in a row; fields without a column are missing. */
export function columnOf(columns: readonly Column[], field: ColumnField): Column | undefined {
  return columns.find((column) => column.field === field);
}

function bestIn(sheet: Sheet, kind: ImportKind, fields: ChosenFields, headerLine?: number): Candidate | null {
  const first = headerLine ? headerLine - 1 : 0;
  const rows = rowsOf(sheet, first).slice(0, headerLine ? 1 : LINES_SEARCHED);
  let best: Header | null = null;
  for (const [at, row] of rows.entries()) {
    if (row.cells.length === 0) continue;
    const next = rows[at + 1];
    const single = readHeaderRow(kind, row, fields);
    const pair = next && next.cells.length > 0 ? readHeaderPair(kind, row, next, fields) : null;
    for (const header of [single, pair]) if (header && header.weight > (best?.weight ?? 0)) best = header;
  }
  if (!best || !(headerLine || isHeader(best))) return null;
  const name = columnOf(best.columns, "name")?.index ?? -1;
  const rowCount = sheet.rows.slice(best.lastLine).filter((cells) => textOf(cells[name]) !== "").length;
  const score = best.weight * Math.log2(2 + rowCount) * (sheet.hidden ? 0.25 : 1);
  return { sheet, header: best, rowCount, score };
}

/** A name and one more column: a single word that happens to be a column name is no header. */
function isHeader({ columns }: Header): boolean {
  return columnOf(columns, "name") !== undefined && columns.filter((column) => column.field !== null).length >= 2;
}

function rowsOf(sheet: Sheet, after: number): SheetRow[] {
  return sheet.rows.slice(after).map((cells, index) => ({ line: after + index + 1, cells }));
}

function titlesAbove({ sheet, header }: Candidate): Set<string> {
  const above = sheet.rows.slice(0, header.firstLine - 1).flatMap((cells) => cells.map(textOf));
  return new Set(above.filter((text) => text.length > 3));
}

/** Columns that hold something but have no name are shown as well: nothing is dropped in silence. */
function withNamelessColumns({ sheet, header }: Candidate): Column[] {
  const filled = new Set<number>();
  for (const cells of sheet.rows.slice(header.lastLine)) {
    cells.forEach((cell, index) => {
      if (cell !== null && textOf(cell) !== "") filled.add(index);
    });
  }
  const columns = header.columns.filter((column) => column.header !== "");
  const known = new Set(columns.map((column) => column.index));
  for (const index of filled) {
    if (known.has(index)) continue;
    columns.push({
      index,
      header: `第 ${index + 1} 列（无列名）`,
      key: `第${index + 1}列`,
      field: null,
      how: "UNKNOWN",
      unit: null,
    });
  }
  return columns.sort((one, other) => one.index - other.index);
}

/** A member roster also has 单位名称 and 联系电话; its own columns tell it apart. */
function isOtherKind({ sheet, header }: Candidate, kind: ImportKind): boolean {
  if (kind === "MEMBERS") return false;
  const row = rowsOf(sheet, header.lastLine - 1)[0];
  if (!row) return false;
  const { columns, weight } = readHeaderRow("MEMBERS", row, new Map());
  const isRoster = columnOf(columns, "name") !== undefined && columns.some(isIdNumber);
  return isRoster && weight > header.weight;
}

const isIdNumber = ({ field }: Column) => field === "idNumber";

const wrongKind: Record<ImportKind, string> = {
  ENTERPRISES: "这份表像是党员名册，请把导入类型改为“党员”后重新上传",
  MEMBERS: "这份表像是企业名录，请把导入类型改为“企业”后重新上传",
};

function whyNone(kind: ImportKind, sheets: readonly Sheet[]): string {
  if (sheets.every((sheet) => sheet.rows.every((cells) => cells.length === 0))) return "文件里没有内容，请换一份文件";
  const roster = sheets.some((sheet) => bestIn(sheet, "MEMBERS", new Map())?.header.columns.some(isIdNumber));
  if (kind === "ENTERPRISES" && roster) return wrongKind.ENTERPRISES;
  if (kind === "ENTERPRISES") return "没有找到企业名录的表头：需要有一行列名，其中有“企业名称”一列和至少一个别的列";
  const isEnterprises = sheets.some((sheet) => bestIn(sheet, "ENTERPRISES", new Map()) !== null);
  return isEnterprises ? wrongKind.MEMBERS : "没有找到党员名册的表头：需要有一行列名，其中有“姓名”和“身份证号”等列";
}

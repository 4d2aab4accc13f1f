import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell } from "@/lib/sheets/cell";
import { sheetLimits } from "@/lib/sheets/limits";
import { readLegacyWorkbook } from "@/lib/sheets/reader/legacy";
import type { Portion } from "@/lib/sheets/reader/rows";
import { readWorkbook } from "@/lib/sheets/reader/workbook";

async function rowsOf(portions: AsyncGenerator<Portion>): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const portion of portions) {
    if ("sheets" in portion) continue;
    while (rows.length < portion.from) rows.push([]);
    rows.push(...portion.rows);
  }
  return rows;
}

/** A table as the reader gives it: nothing at the end of a line or of the sheet, no empty texts. */
function trimmed(table: Cell[][]): Cell[][] {
  const rows = table.map((row) => {
    const cells = row.map((cell) => (cell === "" ? null : cell));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

const text = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0x20, max: 0xd7ff }).map((code) => String.fromCodePoint(code)) }),
  fc.constantFrom(
    "500112198001010018",
    "2019年3月5日",
    "007",
    " 甲 ",
    "&lt;",

    "]]>",
    "龥𠀀",
    "甲\n乙",
    "TRUE",
    "1e3",
  ),
);
const cell = fc.oneof(
  text,
  fc.integer(),
  fc.integer({ min: -1e12, max: 1e12 }).map((number) => number / 1000),
  fc.boolean(),
  fc.constant(null),
);
const table = fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 30 });

test.each([
  ["xlsx", true],
  ["xlsx", false],
  ["biff8", true],
] as const)(
  "what another library writes as %s (shared texts: %s) is read as it was",
  { timeout: 20_000 },
  async (bookType, bookSST) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const book = utils.book_new();
        utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "甲");
        const bytes: Buffer = write(book, { type: "buffer", bookType, bookSST });
        const read = bookType === "xlsx" ? readWorkbook : readLegacyWorkbook;
        expect(await rowsOf(read(bytes, sheetLimits))).toEqual(trimmed(rows));
      }),
      { numRuns: 100 },
    );
  },
);

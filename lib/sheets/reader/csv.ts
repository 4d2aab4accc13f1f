import Papa from "papaparse";
import type { Cell, Sheet } from "../cell.ts";
import type { SheetLimits } from "../limits.ts";
import { Refused } from "./refuse.ts";

/** Reads a CSV file as one sheet. Every cell is the text that stands in the file. */
export function readCsv(bytes: Buffer, limits: SheetLimits): Sheet[] {
  const text = decode(bytes);
  if (/^\s*(<|MIME-Version:)/i.test(text)) throw new Refused("WEB_PAGE");
  // Control characters mean a picture or a program under the name of a table.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new Refused("NOT_A_SHEET");
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [",", "\t", ";"], preview: limits.rows + 1 });
  if (data.length > limits.rows) throw new Refused("ROWS");

  let cells = 0;
  const rows = data.map((fields) => {
    const row = readFields(fields);
    cells += row.length;
    if (row.length > limits.columns) throw new Refused("COLUMNS", `column ${row.length}`);
    if (cells > limits.cells) throw new Refused("ROWS", "cells");
    return row;
  });
  while (rows.at(-1)?.length === 0) rows.pop();
  return [{ name: "CSV", hidden: false, rows }];
}

/** By byte order mark, then strict UTF-8, then GB18030 (which holds GBK and GB2312). */
function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString("hex");
  const encodings = mark === "fffe" ? ["utf-16le"] : mark === "feff" ? ["utf-16be"] : ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding; try the next.
    }
  }
  throw new Refused("ENCODING");
}

function readFields(fields: string[]): Cell[] {
  const row: Cell[] = fields.map((field) => {
    // ="500112…" is how exports keep Excel from rounding a long number.
    const text = /^="(?:[^"]|"")*"$/.test(field) ? field.slice(2, -1).replaceAll('""', '"') : field;
    return text === "" ? null : text;
  });
  while (row.length > 0 && row.at(-1) === null) row.pop();
  return row;
}

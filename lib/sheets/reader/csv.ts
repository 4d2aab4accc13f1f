import Papa from "papaparse";
import type { Cell } from "../cell.ts";
import type { SheetLimits } from "../limits.ts";
import { Refused } from "./refuse.ts";
import { type Portion, putCell, RowGatherer } from "./rows.ts";

/** Reads a CSV file as one sheet. Every cell is the text that stands in the file. */
export function* readCsv(bytes: Buffer, limits: SheetLimits): Generator<Portion> {
  const text = decode(bytes);
  if (/^\s*(<|MIME-Version:)/i.test(text)) throw new Refused("WEB_PAGE");
  // Control characters mean a picture or a program under the name of a table.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new Refused("NOT_A_SHEET");
  yield { sheets: [{ name: "CSV", hidden: false }] };

  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [",", "\t", ";"], preview: limits.rows + 1 });
  const rows = new RowGatherer(limits);
  for (const [line, fields] of data.entries()) {
    const row: Cell[] = [];
    fields.forEach((field, column) => {
      putCell(row, column, readField(field), limits);
    });
    rows.add(line, row);
    if (rows.isFull) yield* rows.take();
  }
  yield* rows.take();
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

/** ="500112…" is how some programs keep Excel from rounding a long number. */
function readField(field: string): string {
  const isKept = field.length > 2 && field.startsWith('="') && field.endsWith('"');
  return isKept ? field.slice(2, -1).replaceAll('""', '"') : field;
}

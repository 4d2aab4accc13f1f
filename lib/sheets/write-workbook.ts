import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import type { Cell } from "./cell";
import { fixedParts, type SheetColumn, sheetHead, sheetRow, sheetTail, workbookPart } from "./workbook-xml";
import { columnLetters } from "./xml-text";

export type WorkbookPlan = {
  sheetName: string;
  /** A line in large letters above the header, and a line in grey below it: what the list is, when and how filtered. */
  title?: string;
  note?: string;
  columns: SheetColumn[];
  /** Rows in chunks, pulled as the file is read: a chunk of some hundred to some thousand rows is right. */
  rows: AsyncIterable<Cell[][]> | Iterable<Cell[][]>;
};

// A block is what is written between two turns of the event loop: about a millisecond of work.
const blockLength = 64 * 1024;
const lastLineOfExcel = 1_048_576;

/**
 * An XLSX file as a stream, in constant memory, compressed off the main thread; a cancelled stream closes `rows`.
 * The sheet's XML is written here because the libraries tried take two to seven times as long for 100,000 rows
 * (write-excel-file, exceljs, excelts, xlsx-write-stream) or cannot set a bold header and a filter (hucre).
 */
export function streamWorkbook(plan: WorkbookPlan): ReadableStream<Uint8Array> {
  return Readable.toWeb(openWorkbook(plan)) as ReadableStream<Uint8Array>;
}

/** The same file as one buffer, for short lists. */
export function workbookBuffer(plan: WorkbookPlan): Promise<Buffer> {
  return buffer(openWorkbook(plan));
}

function openWorkbook(plan: WorkbookPlan): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let filterRange = "A1:A1";
  const sheet = Readable.from(
    sheetBlocks(plan, (range) => {
      filterRange = range;
    }),
  );
  for (const source of [zip, sheet]) source.on("error", (error: Error) => output.destroy(error));
  output.on("close", () => sheet.destroy());

  for (const [name, xml] of Object.entries(fixedParts)) zip.addBuffer(Buffer.from(xml), name);
  zip.addReadStream(sheet, "xl/worksheets/sheet1.xml");
  // Written last: only now is the length of the list known.
  zip.addReadStreamLazy("xl/workbook.xml", (give) => {
    give(null, Readable.from([Buffer.from(workbookPart(plan.sheetName, filterRange))]));
  });
  zip.end();
  return output;
}

async function* sheetBlocks(plan: WorkbookPlan, tellFilterRange: (range: string) => void): AsyncGenerator<Buffer> {
  const { columns, rows } = plan;
  const { xml, headerLine } = sheetHead(columns, plan);
  let block = xml;
  let line = headerLine;
  for await (const chunk of rows) {
    for (const row of chunk) {
      line++;
      if (line > lastLineOfExcel) throw new RangeError("More rows than an Excel sheet holds");
      block += sheetRow(row, columns, line);
      if (block.length < blockLength) continue;
      yield Buffer.from(block);
      block = "";
    }
  }
  const filterRange = `A${headerLine}:${columnLetters(columns.length - 1)}${line}`;
  tellFilterRange(filterRange);
  yield Buffer.from(block + sheetTail(filterRange));
}

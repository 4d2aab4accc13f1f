import { crc32, deflateRawSync } from "node:zlib";
import { CFB, utils, type WorkBook, write } from "@e965/xlsx";

/** One entry of a hand-made archive. What the headers say may differ from what is inside. */
export type ZipEntry = {
  name: string;
  content: Buffer | string;
  /** The size the headers claim, when they lie. */
  claimedSize?: number;
  /** Compressed bytes to use instead of compressing `content`. */
  compressed?: Buffer;
  encrypted?: boolean;
  attributes?: number;
};

/** Writes an archive byte by byte, so that every lie a header can tell is possible. */
export function zipOf(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const data = entry.compressed ?? deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | (entry.encrypted ? 1 : 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(0x21_0000, 6);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(entry.claimedSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), fields, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.attributes ?? 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("504b01021400", "hex"), fields, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("504b0506", 0, "hex");
  end.writeUInt16LE(entries.length % 65_536, 8);
  end.writeUInt16LE(entries.length % 65_536, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type WorkbookParts = { sheetData?: string; sheetCount?: number; workbookPr?: string; numberFormats?: string[] };

/** The entries of a small but real .xlsx; `numberFormats` are format codes (or built-in ids) for styles 1, 2, 3 … */
export function workbookEntries({
  sheetData = "",
  sheetCount = 1,
  workbookPr = "",
  numberFormats = [],
}: WorkbookParts) {
  const numbers = Array.from({ length: sheetCount }, (_, i) => i + 1);
  const sheets = numbers.map((n) => `<sheet name="表${n}" sheetId="${n}" r:id="rId${n}"/>`).join("");
  const links = numbers.map(
    (n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  const customs = numberFormats.flatMap((f, i) =>
    /^\d+$/.test(f) ? [] : [`<numFmt numFmtId="${200 + i}" formatCode="${f.replaceAll('"', "&quot;")}"/>`],
  );
  const xfs = numberFormats.map((f, i) => `<xf numFmtId="${/^\d+$/.test(f) ? f : 200 + i}" applyNumberFormat="1"/>`);
  const styles = `<styleSheet ${main}><numFmts>${customs.join("")}</numFmts><cellXfs><xf/>${xfs.join("")}</cellXfs></styleSheet>`;
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const entries: ZipEntry[] = [
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${packages}/relationships">${links.join("")}<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook ${main} xmlns:r="${office}">${workbookPr}<sheets>${sheets}</sheets></workbook>`,
    },
    { name: "xl/styles.xml", content: styles },
  ];
  for (const n of numbers) {
    entries.push({
      name: `xl/worksheets/sheet${n}.xml`,
      content: `<worksheet ${main}><sheetData>${sheetData}</sheetData></worksheet>`,
    });
  }
  return entries;
}

/** A real .xlsx with the given rows of XML in its one sheet. */
export function workbookOf(parts: WorkbookParts): Buffer {
  return zipOf(workbookEntries(parts));
}

/** A real .xlsx with one part exchanged or added. */
export function workbookWith(part: ZipEntry, parts: WorkbookParts = {}): Buffer {
  return zipOf([...workbookEntries(parts).filter(({ name }) => name !== part.name), part]);
}

/** `size` bytes of one repeated row inside a sheet: a few hundred kilobytes that inflate a thousandfold. */
export function bomb(size: number): Buffer {
  const row = "<row><c><v>1</v></c></row>";
  const content = Buffer.alloc(size, row);
  return workbookWith({ name: "xl/worksheets/sheet1.xml", content });
}

/** The same bomb under headers that claim a harmless size. */
export function lyingBomb(size: number, claimedSize: number): Buffer {
  const content = Buffer.alloc(size, "<row><c><v>1</v></c></row>");
  return workbookWith({ name: "xl/worksheets/sheet1.xml", content, claimedSize });
}

/** A sheet whose text is an entity, with the given document type before it. */
export function withDoctype(doctype: string): Buffer {
  const sheet = `<worksheet ${main}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>`;
  return workbookWith({ name: "xl/worksheets/sheet1.xml", content: `<?xml version="1.0"?>${doctype}${sheet}` });
}

/** What Excel writes for a workbook with a password to open: a container with the encrypted package in it. */
export function lockedWorkbook(): Buffer {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, "/EncryptionInfo", Buffer.alloc(64, 4));
  CFB.utils.cfb_add(container, "/EncryptedPackage", Buffer.alloc(6000, 7));
  return CFB.write(container, { type: "buffer" });
}

/** A legacy workbook with a password: the record FilePass stands after the first record. */
export function lockedLegacyWorkbook(): Buffer {
  const container = CFB.read(legacyWorkbook([["甲"]]), { type: "buffer" });
  const stream = CFB.find(container, "/Workbook");
  const content = Buffer.from(stream.content);
  const first = 4 + content.readUInt16LE(2);
  const filePass = Buffer.from(`2f003600${"0100010001000000".padEnd(108, "5a")}`, "hex");
  stream.content = Buffer.concat([content.subarray(0, first), filePass, content.subarray(first)]);
  stream.size = stream.content.length;
  return CFB.write(container, { type: "buffer" });
}

type Value = string | number | boolean | null;

/** A legacy .xls (Excel 97, or Excel 5 with its code pages); a cell may carry a number format. */
export function legacyWorkbook(
  rows: (Value | { v: number; z: string })[][],
  { bookType = "biff8", date1904 = false }: { bookType?: "biff8" | "biff5"; date1904?: boolean } = {},
): Buffer {
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => row.map((cell) => (cell && typeof cell === "object" ? { t: "n", ...cell } : cell))),
  );
  const book: WorkBook = { ...utils.book_new(), Workbook: { WBProps: { date1904 } } };
  utils.book_append_sheet(book, sheet, "名单");
  return write(book, { type: "buffer", bookType, codepage: 936 } as Parameters<typeof write>[1]);
}

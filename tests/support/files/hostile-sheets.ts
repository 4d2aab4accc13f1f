import { CFB, utils, type WorkBook, write } from "@e965/xlsx";
import { type ZipEntry, zipOf } from "./raw-zip";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

type WorkbookParts = {
  sheetData?: string;
  sheetCount?: number;
  workbookPr?: string;
  /** Format codes, or the numbers of built-in formats, for the cell styles 1, 2, 3 … */
  numberFormats?: string[];
  /** The `si` elements of the shared texts. */
  sharedTexts?: string;
};

/** The entries of a small but real .xlsx. */
export function workbookEntries(parts: WorkbookParts): ZipEntry[] {
  const { sheetData = "", sheetCount = 1, workbookPr = "", numberFormats = [], sharedTexts = "" } = parts;
  const numbers = Array.from({ length: sheetCount }, (_, i) => i + 1);
  const sheets = numbers.map((n) => `<sheet name="表${n}" sheetId="${n}" r:id="rId${n}"/>`).join("");
  const links = [
    ...numbers.map((n) => link(`rId${n}`, "worksheet", `worksheets/sheet${n}.xml`)),
    link("rIdS", "styles", "styles.xml"),
    link("rIdT", "sharedStrings", "sharedStrings.xml"),
  ];
  return [
    { name: "[Content_Types].xml", content: contentTypes(sheetCount) },
    { name: "_rels/.rels", content: linksPart([link("rId1", "officeDocument", "xl/workbook.xml")]) },
    { name: "xl/_rels/workbook.xml.rels", content: linksPart(links) },
    {
      name: "xl/workbook.xml",
      content: `<workbook ${main} xmlns:r="${office}">${workbookPr}<sheets>${sheets}</sheets></workbook>`,
    },
    { name: "xl/styles.xml", content: stylesPart(numberFormats) },
    { name: "xl/sharedStrings.xml", content: `<sst ${main}>${sharedTexts}</sst>` },
    ...numbers.map((n) => ({
      name: `xl/worksheets/sheet${n}.xml`,
      content: `<worksheet ${main}><sheetData>${sheetData}</sheetData></worksheet>`,
    })),
  ];
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
}

function linksPart(links: string[]): string {
  return `<Relationships xmlns="${packages}/relationships">${links.join("")}</Relationships>`;
}

function stylesPart(formats: string[]): string {
  const isBuiltIn = (format: string) => /^\d+$/.test(format);
  const named = formats.map((format, i) =>
    isBuiltIn(format) ? "" : `<numFmt numFmtId="${200 + i}" formatCode="${format.replaceAll('"', "&quot;")}"/>`,
  );
  const used = formats.map((format, i) => `<xf numFmtId="${isBuiltIn(format) ? format : 200 + i}"/>`);
  return `<styleSheet ${main}><numFmts>${named.join("")}</numFmts><cellXfs><xf/>${used.join("")}</cellXfs></styleSheet>`;
}

function contentTypes(sheetCount: number): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${type}.${kind}+xml"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, i) => part(`worksheets/sheet${i + 1}`, "worksheet"));
  const parts = [part("workbook", "sheet.main"), part("styles", "styles"), part("sharedStrings", "sharedStrings")];
  return (
    `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `${parts.join("")}${sheets.join("")}</Types>`
  );
}

/** A real .xlsx with the given rows of XML in its one sheet. */
export function workbookOf(parts: WorkbookParts): Buffer {
  return zipOf(workbookEntries(parts));
}

/** A real .xlsx with one part exchanged or added. */
export function workbookWith(part: ZipEntry, parts: WorkbookParts = {}): Buffer {
  return zipOf([...workbookEntries(parts).filter(({ name }) => name.toLowerCase() !== part.name.toLowerCase()), part]);
}

/** `size` bytes of one repeated row inside a sheet: a few hundred kilobytes that inflate a thousandfold. */
export function bomb(size: number): Buffer {
  const content = Buffer.alloc(size, "<row><c><v>1</v></c></row>");
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

/** A legacy .xls of Excel 97; a cell may carry a number format. */
export function legacyWorkbook(rows: (Value | { v: number; z: string })[][], date1904 = false): Buffer {
  const cells = rows.map((row) => row.map((cell) => (cell && typeof cell === "object" ? { t: "n", ...cell } : cell)));
  const book: WorkBook = { ...utils.book_new(), Workbook: { WBProps: { date1904 } } };
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), "名单");
  return write(book, { type: "buffer", bookType: "biff8" });
}

/** A legacy .xls of Excel 5, whose one cell A1 holds 党员 in code page 936. */
export function codePageWorkbook(): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["ABCD"]]), "Sheet1");
  const bytes: Buffer = write(book, { type: "buffer", bookType: "biff5" });
  // The library writes no Chinese in this format: its placeholder and its code page record are replaced.
  Buffer.from("b5b3d4b1", "hex").copy(bytes, bytes.indexOf("ABCD"));
  bytes.writeUInt16LE(936, bytes.indexOf(Buffer.from("42000200", "hex")) + 4);
  return bytes;
}

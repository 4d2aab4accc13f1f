import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { ZipFile as ZipWriter } from "yazl";
import type { SheetLimits } from "../limits.ts";
import { Refused } from "./refuse.ts";

/** The parts that hold cell values; pictures, macros, links and drawings are never inflated. */
const valueParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[^/]+\.(xml|rels)|xl\/worksheets\/[^/]+\.xml|xl\/theme\/[^/]+\.xml)$/i;

const nestedFile = /\.(zip|rar|7z|gz|tgz|tar|jar|iso|xls[xmb]?|docx?|pptx?|et|wps)$/i;

/**
 * Takes the bytes of an .xlsx, checks the archive before and while inflating, and gives back a fresh uncompressed
 * archive of the value parts alone, so that the workbook parser sees nothing that was not checked here.
 * Refuses: too many parts, lying or large sizes, high ratio, encryption, odd names, doubles, nested files, DOCTYPE.
 */
export async function cleanArchive(bytes: Buffer, limits: SheetLimits): Promise<Buffer> {
  const zip = await openArchive(bytes);
  if (zip.entryCount > limits.parts) throw new Refused("SHEETS", `${zip.entryCount} parts`);
  const entries = await listEntries(zip, limits);
  if (!entries.some((entry) => /^xl\/workbook\d*\.xml$/i.test(entry.fileName))) {
    throw new Refused(entries.some((entry) => nestedFile.test(entry.fileName)) ? "NESTED" : "OTHER_FORMAT");
  }

  const clean = new ZipWriter();
  for (const entry of entries.filter((entry) => valueParts.test(entry.fileName))) {
    const part = await inflate(zip, entry);
    checkMarkup(entry.fileName, part, limits);
    clean.addBuffer(part, entry.fileName, { compress: false });
  }
  clean.end();
  return buffer(clean.outputStream);
}

async function openArchive(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw new Refused("DAMAGED", String(error));
  }
}

/** Reads the central directory; whatever it declares is held against the limits before anything is inflated. */
async function listEntries(zip: ZipFile, limits: SheetLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let declared = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize;
      checkEntry(entry, names, limits);
      if (declared > limits.partBytes) throw new Refused("INFLATES", `${declared} bytes declared`);
      names.add(entry.fileName.toLowerCase());
      entries.push(entry);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    // yauzl refuses absolute and climbing names, which no spreadsheet program writes.
    throw new Refused(/relative path|absolute path|invalid characters/.test(String(error)) ? "UNSAFE" : "DAMAGED");
  }
  return entries;
}

function checkEntry(entry: Entry, names: Set<string>, limits: SheetLimits): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw new Refused("PASSWORD", fileName);
  if (names.has(fileName.toLowerCase())) throw new Refused("UNSAFE", `${fileName} twice`);
  const isSymbolicLink = ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
  if (isSymbolicLink) throw new Refused("UNSAFE", `${fileName} is a link`);
  if (nestedFile.test(fileName)) throw new Refused("NESTED", fileName);
  if (uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.ratio) {
    throw new Refused("INFLATES", `${fileName} ${compressedSize} → ${uncompressedSize}`);
  }
}

/** Inflates one part. yauzl stops at the first byte beyond the declared size, so a lying header gains nothing. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  let part: Buffer;
  try {
    part = await buffer(await zip.openReadStreamPromise(entry));
  } catch (error) {
    throw new Refused(/too many bytes|not enough bytes/.test(String(error)) ? "UNSAFE" : "DAMAGED", String(error));
  }
  if (crc32(part) !== entry.crc32) throw new Refused("DAMAGED", `${entry.fileName}: checksum`);
  return part;
}

function checkMarkup(name: string, part: Buffer, limits: SheetLimits): void {
  // Spreadsheet programs write UTF-8. In another encoding a DOCTYPE would pass unseen.
  if (part.includes(0)) throw new Refused("UNSAFE", `${name}: NUL`);
  if (part.includes("<!DOCTYPE") || part.includes("<!ENTITY")) throw new Refused("UNSAFE", `${name}: DOCTYPE`);
  if (!/^xl\/workbook\d*\.xml$/i.test(name)) return;
  const sheetCount = part.toString("latin1").match(/<(\w+:)?sheet[\s/>]/g)?.length ?? 0;
  if (sheetCount > limits.sheets) throw new Refused("SHEETS", `${sheetCount} sheets`);
}

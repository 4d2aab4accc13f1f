import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import type { SheetLimits } from "../limits.ts";
import { Refused } from "./refuse.ts";

/** A checked archive. Names are matched without regard to case; `read` inflates a part piece by piece. */
export type Archive = { has(name: string): boolean; read(name: string): AsyncGenerator<string> };

const nestedFile = /\.(zip|rar|7z|gz|tgz|tar|jar|iso|xls[xmb]?|docx?|pptx?|et|wps)$/i;

/**
 * Opens the bytes of an .xlsx. What the central directory declares is held against the limits before anything is
 * inflated, and each part against its declaration while it is.
 * Refuses: too many parts, large or lying sizes, high ratio, encryption, odd names, doubles, links, nested files.
 */
export async function openArchive(bytes: Buffer, limits: SheetLimits): Promise<Archive> {
  const zip = await openZip(bytes);
  if (zip.entryCount > limits.parts) throw new Refused("SHEETS", `${zip.entryCount} parts`);
  const entries = await listEntries(zip, limits);
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read: (name) => inflate(zip, entries.get(name.toLowerCase())),
  };
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw new Refused("DAMAGED", String(error));
  }
}

async function listEntries(zip: ZipFile, limits: SheetLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let declared = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry, limits);
      declared += entry.uncompressedSize;
      if (declared > limits.partBytes) throw new Refused("INFLATES", `${declared} bytes declared`);
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) throw new Refused("UNSAFE", `${name} twice`);
      entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    // yauzl refuses absolute and climbing names, which no spreadsheet program writes.
    const isOddName = /relative path|absolute path|invalid characters/.test(String(error));
    throw new Refused(isOddName ? "UNSAFE" : "DAMAGED", String(error));
  }
  return entries;
}

function checkEntry(entry: Entry, limits: SheetLimits): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw new Refused("PASSWORD", fileName);
  const isSymbolicLink = ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
  if (isSymbolicLink) throw new Refused("UNSAFE", `${fileName} is a link`);
  if (nestedFile.test(fileName)) throw new Refused("NESTED", fileName);
  if (uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.ratio) {
    throw new Refused("INFLATES", `${fileName} ${compressedSize} → ${uncompressedSize}`);
  }
}

/** yauzl stops at the first byte beyond the declared size, so a lying header gains nothing. */
async function* inflate(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry) throw new Refused("DAMAGED", "a part is missing");
  const decoder = new TextDecoder();
  let checksum = 0;
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      // Spreadsheet programs write UTF-8; in UTF-16 a DOCTYPE would pass unseen.
      if (piece.includes(0)) throw new Refused("UNSAFE", `${entry.fileName}: NUL`);
      checksum = crc32(piece, checksum);
      yield decoder.decode(piece, { stream: true });
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(/too many bytes|not enough bytes/.test(String(error)) ? "UNSAFE" : "DAMAGED", String(error));
  }
  if (checksum !== entry.crc32) throw new Refused("DAMAGED", `${entry.fileName}: checksum`);
}

import "server-only";
import { readFile } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { openPromise, type ZipFile } from "yauzl";
import { DomainError } from "@/lib/errors";
import { mediaTypes } from "@/lib/files/accepted";
import { extensionOf } from "@/lib/files/file-name";
import { fileLimits } from "@/lib/files/limits";

/** The stream each old Office format keeps its text in. */
const oldOfficeStreams: Record<string, string[]> = {
  doc: ["WordDocument"],
  xls: ["Workbook", "Book"],
  ppt: ["PowerPoint Document"],
};

/** The part each new Office format cannot be without. */
const mainParts: Record<string, string> = {
  docx: "word/document.xml",
  xlsx: "xl/workbook.xml",
  pptx: "ppt/presentation.xml",
};

const refuse = (message: string) => new DomainError("CONFLICT", message);

/**
 * The media type of a file, known by its content. The name's end must say the same: what opens a file at the other end
 * goes by its name. Refuses every other kind, locked files, macros, and archives that are no document.
 */
export async function recognizeFile(path: string, name: string): Promise<string> {
  const extension = extensionOf(name);
  const mediaType = mediaTypes[extension];
  if (!mediaType) {
    throw refuse("这类文件不能作为附件。可以上传 PDF、图片（JPG、PNG、WebP）和 Office 文件（Word、Excel、PPT）。");
  }
  const found = (await fileTypeFromFile(path))?.mime;
  const mismatch = refuse(`“${name}”的内容与扩展名 .${extension} 不符，或文件已损坏。请用原来的程序重新保存后再上传。`);
  if (found === "application/x-cfb") {
    await checkOldOffice(path, oldOfficeStreams[extension] ?? [], mismatch);
    return mediaType;
  }
  const mainPart = mainParts[extension];
  if (mainPart && (found === mediaType || found === "application/zip")) {
    await checkArchive(path, mainPart, mismatch);
    return mediaType;
  }
  if (mainPart || found !== mediaType) throw mismatch;
  return mediaType;
}

/** The container of the old formats also holds installers and mail; a locked new document hides in it too. */
async function checkOldOffice(path: string, streams: string[], mismatch: DomainError): Promise<void> {
  const bytes = await readFile(path);
  const holds = (name: string) => bytes.includes(Buffer.from(`${name}\0`, "utf16le"));
  if (holds("EncryptedPackage")) throw refuse("文件设了打开密码，不能作为附件。请去掉密码后再上传。");
  if (!streams.some(holds)) throw mismatch;
}

const program = /(^|\/)vbaProject\.bin$|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jse|wsf|hta|msi|jar|lnk)$/i;

/** Nothing is unpacked here; what the list of parts declares must be a document's. */
async function checkArchive(path: string, mainPart: string, mismatch: DomainError): Promise<void> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
    throw mismatch;
  });
  try {
    await checkParts(zip, mainPart, mismatch);
  } finally {
    zip.close();
  }
}

async function checkParts(zip: ZipFile, mainPart: string, mismatch: DomainError): Promise<void> {
  if (zip.entryCount > fileLimits.archiveParts) throw mismatch;
  let declared = 0;
  let hasMainPart = false;
  try {
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize;
      hasMainPart ||= entry.fileName === mainPart;
      if (entry.isEncrypted()) throw refuse("文件设了打开密码，不能作为附件。请去掉密码后再上传。");
      if (program.test(entry.fileName))
        throw refuse("文件里含有宏或程序，不能作为附件。请另存为不含宏的文件后再上传。");
      if (declared > fileLimits.archiveBytes) throw mismatch;
    }
  } catch (error) {
    throw error instanceof DomainError ? error : mismatch;
  }
  if (!hasMainPart) throw mismatch;
}

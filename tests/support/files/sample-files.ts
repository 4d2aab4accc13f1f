import { CFB } from "@e965/xlsx";
import sharp from "sharp";
import { zipOf } from "@/tests/support/files/raw-zip";

/** Small files that are what they say, by the end of their name. */
export async function sampleFiles(): Promise<Record<string, Buffer>> {
  const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: "#a4161a" } });
  return {
    pdf: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
    jpg: await picture().jpeg().toBuffer(),
    png: await picture().png().toBuffer(),
    webp: await picture().webp().toBuffer(),
    docx: officeFile("word/document.xml", "wordprocessingml.document"),
    xlsx: officeFile("xl/workbook.xml", "spreadsheetml.sheet"),
    pptx: officeFile("ppt/presentation.xml", "presentationml.presentation"),
    doc: oldOfficeFile("WordDocument"),
    xls: oldOfficeFile("Workbook"),
    ppt: oldOfficeFile("PowerPoint Document"),
  };
}

/** An Office file of today with its main part, and whatever else is put into it. */
export function officeFile(mainPart: string, format: string, more: Parameters<typeof zipOf>[0] = []): Buffer {
  const type = `application/vnd.openxmlformats-officedocument.${format}.main+xml`;
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${mainPart}" ContentType="${type}"/></Types>`;
  return zipOf([{ name: "[Content_Types].xml", content: types }, { name: mainPart, content: "<a/>" }, ...more]);
}

/** A file of the old container with one stream in it. */
export function oldOfficeFile(stream: string): Buffer {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, stream, Buffer.alloc(5_000, 1));
  return Buffer.from(CFB.write(container, { type: "buffer" }) as Buffer);
}

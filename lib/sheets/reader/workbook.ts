import type { SheetLimits } from "../limits.ts";
import { type Archive, openArchive } from "./archive.ts";
import { isDayFormatId, showsDay } from "./day.ts";
import { Refused } from "./refuse.ts";
import { type Portion, RowGatherer } from "./rows.ts";
import { readSheetPart } from "./sheet-part.ts";
import { TextCollector } from "./text.ts";
import { attribute, readWholeXml } from "./xml.ts";

/** What a cell needs from the workbook to be understood. */
export type Surroundings = { texts: string[]; dayStyles: boolean[]; counts1904: boolean };

/**
 * Reads an .xlsx or .xlsm as a stream: no part of it is ever held whole, so that its inflated size costs time, not
 * memory. (The library that reads legacy files holds all: 100,000 rows took 570 MB under a heap limit of 256.)
 */
export async function* readWorkbook(bytes: Buffer, limits: SheetLimits): AsyncGenerator<Portion> {
  const archive = await openArchive(bytes, limits);
  const { path, links } = await findWorkbook(archive);
  const { sheets, counts1904 } = await readSheetList(archive, path, limits);
  const dayStyles = await readDayStyles(archive, links.find(({ type }) => type === "styles")?.target);
  const texts = await readSharedTexts(archive, links.find(({ type }) => type === "sharedStrings")?.target, limits);
  yield { sheets: sheets.map(({ name, hidden }) => ({ name, hidden })) };

  const rows = new RowGatherer(limits);
  for (const [index, { link }] of sheets.entries()) {
    const part = links.find(({ id }) => id === link);
    // A chart or a macro may stand in place of a sheet.
    if (part && part.type !== "worksheet") continue;
    rows.startSheet(index);
    yield* readSheetPart(archive.read(part?.target ?? ""), { texts, dayStyles, counts1904 }, rows, limits);
  }
}

type Link = { id: string; type: string; target: string };

async function findWorkbook(archive: Archive): Promise<{ path: string; links: Link[] }> {
  const roots = archive.has("_rels/.rels") ? await readLinks(archive, "_rels/.rels", "") : [];
  const path = roots.find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const linksPath = `${folder}_rels/${path.slice(folder.length)}.rels`;
  // The binary workbook (.xlsb), OpenDocument and Word files are archives too.
  if (!/\.xml$/i.test(path) || !archive.has(path) || !archive.has(linksPath)) throw new Refused("OTHER_FORMAT", path);
  return { path, links: await readLinks(archive, linksPath, folder) };
}

async function readLinks(archive: Archive, path: string, folder: string): Promise<Link[]> {
  const links: Link[] = [];
  await readWholeXml(archive.read(path), {
    open(name, { Id = "", Type = "", Target = "" }) {
      if (name !== "Relationship") return;
      const target = Target.startsWith("/") ? Target.slice(1) : new URL(Target, `file:///${folder}`).pathname.slice(1);
      links.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target: decodeURI(target) });
    },
  });
  return links;
}

async function readSheetList(archive: Archive, path: string, limits: SheetLimits) {
  const sheets: { name: string; hidden: boolean; link: string }[] = [];
  let counts1904 = false;
  await readWholeXml(archive.read(path), {
    open(name, attributes) {
      if (name === "workbookPr") counts1904 = /^(1|true|on)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      if (sheets.length >= limits.sheets) throw new Refused("SHEETS", "named in the workbook");
      const hidden = (attributes.state ?? "visible") !== "visible";
      sheets.push({ name: attributes.name ?? "", hidden, link: attribute(attributes, "id") ?? "" });
    },
  });
  if (sheets.length === 0) throw new Refused("OTHER_FORMAT", "no sheets");
  return { sheets, counts1904 };
}

/** For each cell style in order: does it show a day? */
async function readDayStyles(archive: Archive, path: string | undefined): Promise<boolean[]> {
  const dayStyles: boolean[] = [];
  if (path === undefined) return dayStyles;
  const named = new Map<number, boolean>();
  let list = "";
  await readWholeXml(archive.read(path), {
    open(name, { numFmtId, formatCode = "" }) {
      if (name === "numFmts" || name === "cellXfs" || name === "dxfs") list = name;
      const id = Number(numFmtId ?? 0);
      if (name === "numFmt" && list === "numFmts") named.set(id, showsDay(formatCode));
      if (name === "xf" && list === "cellXfs") dayStyles.push(named.get(id) ?? isDayFormatId(id));
    },
    close(name) {
      if (name === list) list = "";
    },
  });
  return dayStyles;
}

async function readSharedTexts(archive: Archive, path: string | undefined, limits: SheetLimits): Promise<string[]> {
  const texts: string[] = [];
  if (path === undefined) return texts;
  const collector = new TextCollector();
  await readWholeXml(archive.read(path), {
    open: (name) => collector.open(name),
    text: (text) => collector.text(text),
    close(name) {
      collector.close(name);
      if (name !== "si") return;
      if (texts.length >= limits.cells) throw new Refused("ROWS", "shared texts");
      texts.push(collector.take());
    },
  });
  return texts;
}

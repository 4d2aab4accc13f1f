import { daysBetween, isDay } from "@/lib/calendar";
import type { Cell } from "./cell";
import { columnLetters, xmlText } from "./xml-text";

/** Width in characters. In a "day" column `YYYY-MM-DD` becomes a date cell; in a "text" column numbers become text. */
export type SheetColumn = { header: string; width?: number; kind?: "text" | "number" | "day" };

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const packages = "http://schemas.openxmlformats.org/package/2006";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Indexes into `cellXfs` of the style part. */
const styles = { text: 1, day: 2, header: 3, title: 4, note: 5 } as const;

const font = (rest: string) => `<font>${rest}<name val="SimSun"/></font>`;
const solid = '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill>';
const plain = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>';

const style = (format: number, fontId: number, fillId: number) =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" ` +
  'applyNumberFormat="1" applyFont="1" applyFill="1"/>';

/** The parts that are the same in every workbook. */
export const fixedParts: Record<string, string> = {
  "[Content_Types].xml":
    `${head}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
  "_rels/.rels":
    `${head}<Relationships xmlns="${packages}/relationships">` +
    `<Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/_rels/workbook.xml.rels":
    `${head}<Relationships xmlns="${packages}/relationships">` +
    `<Relationship Id="rId1" Type="${office}/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${office}/relationships/styles" Target="styles.xml"/></Relationships>`,
  // Text cells carry the format "@" (49), so that "=1+1" and an ID number stay text when edited by hand.
  "xl/styles.xml":
    `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
    `<fonts count="4">${font('<sz val="11"/>')}${font('<b/><sz val="11"/>')}${font('<b/><sz val="14"/>')}` +
    `${font('<sz val="10"/><color rgb="FF666666"/>')}</fonts><fills count="3">${plain}${solid}</fills>` +
    `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="6">${style(0, 0, 0)}${style(49, 0, 0)}${style(164, 0, 0)}` +
    `${style(49, 1, 2)}${style(49, 2, 0)}${style(49, 3, 0)}</cellXfs></styleSheet>`,
};

/** The workbook part: one sheet, its filtered range, and its header as the line that every printed page repeats. */
export function workbookPart(sheetName: string, filterRange: string): string {
  const name = xmlText(allowedName(sheetName));
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const cells = filterRange.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  const headerLine = /\d+/.exec(filterRange)?.[0];
  return (
    `${head}<workbook xmlns="${main}" xmlns:r="${office}/relationships"><bookViews><workbookView/></bookViews>` +
    `<sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets><definedNames>` +
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${sheet}!${cells}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${sheet}!$${headerLine}:$${headerLine}</definedName>` +
    "</definedNames></workbook>"
  );
}

/** Excel allows 31 characters in a sheet's name, none of these, and no quote at either end. */
function allowedName(sheetName: string): string {
  const cut = sheetName.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);
  return cut.replace(/^'+|'+$/g, "").trim() || "Sheet1";
}

/** The sheet down to its header, which is bold and frozen together with the lines above it. */
export function sheetHead(columns: SheetColumn[], above: { title?: string; note?: string }) {
  const { title, note } = above;
  const texts = [
    ...(title ? [{ cells: [title], style: styles.title }] : []),
    ...(note ? [{ cells: [note], style: styles.note }] : []),
    { cells: columns.map(({ header }) => header), style: styles.header },
  ];
  const headerLine = texts.length;
  const widths = columns.map(({ header, width }, i) => {
    return `<col min="${i + 1}" max="${i + 1}" width="${width ?? Math.max(10, header.length * 2 + 4)}" customWidth="1"/>`;
  });
  const lines = texts.map(({ cells, style }, i) => {
    const row = cells.map((text, column) => textCell(text, columnLetters(column) + (i + 1), style));
    return `<row r="${i + 1}">${row.join("")}</row>`;
  });
  const xml =
    `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" tabSelected="1">` +
    `<pane ySplit="${headerLine}" topLeftCell="A${headerLine + 1}" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${lines.join("")}`;
  return { xml, headerLine };
}

/** The sheet's end: filter buttons on the header; on paper, A4 across and all columns on one page's width. */
export function sheetTail(filterRange: string): string {
  const paper = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  return `</sheetData><autoFilter ref="${filterRange}"/>${paper}</worksheet>`;
}

/** One line of data. Numbers stand as numbers, days as dates; a text is an inline string, never a formula. */
export function sheetRow(cells: Cell[], columns: SheetColumn[], line: number): string {
  let xml = `<row r="${line}">`;
  for (let i = 0; i < columns.length; i++) {
    const cell = cells[i];
    if (cell === null || cell === undefined || cell === "") continue;
    xml += sheetCell(cell, columns[i]?.kind, columnLetters(i) + line);
  }
  return `${xml}</row>`;
}

function sheetCell(cell: NonNullable<Cell>, kind: SheetColumn["kind"], at: string): string {
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number" && kind !== "text" && Number.isFinite(cell)) return `<c r="${at}"><v>${cell}</v></c>`;
  const text = typeof cell === "object" ? cell.day : String(cell);
  const serial = typeof cell === "object" || kind === "day" ? serialOf(text) : null;
  if (serial !== null) return `<c r="${at}" s="${styles.day}"><v>${serial}</v></c>`;
  return textCell(text, at, styles.text);
}

const serials = new Map<string, number>();

/** Excel's number of a day, remembered: a long list has few different days. Null for what is not a day it counts. */
function serialOf(day: string): number | null {
  const known = serials.get(day);
  if (known !== undefined) return known;
  // Before March 1900 Excel's count is off by one, so such days are written as text.
  if (!isDay(day) || day < "1900-03-01") return null;
  const serial = daysBetween("1899-12-30", day);
  serials.set(day, serial);
  return serial;
}

function textCell(text: string, at: string, style: number): string {
  const preserve = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t${preserve}>${xmlText(text)}</t></is></c>`;
}

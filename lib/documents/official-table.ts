import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign } from "docx";
import { cleanText } from "./clean-text";
import { textArea } from "./official-page";
import { styleIds } from "./official-styles";

/** `share` is the column's part of the width, beside those of the others. */
export type DocumentColumn = { header: string; share: number; align?: "left" | "center" };

const padding = { top: 40, bottom: 40, left: 80, right: 80 };

/** A table of the text's width: its header comes again on every page, and no row is torn apart. */
export function officialTable(columns: DocumentColumn[], rows: string[][]): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((textArea.width * share) / all));
  const header = columns.map((column, index) => cell(column.header, widths[index] ?? 0, styleIds.tableHead, "center"));
  const body = rows.map((row) =>
    columns.map(({ align = "left" }, index) => cell(row[index] ?? "", widths[index] ?? 0, styleIds.tableText, align)),
  );
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows: [
      new TableRow({ children: header, tableHeader: true, cantSplit: true }),
      ...body.map((children) => new TableRow({ children, cantSplit: true })),
    ],
  });
}

function cell(text: string, width: number, style: string, align: "left" | "center"): TableCell {
  const alignment = align === "center" ? AlignmentType.CENTER : AlignmentType.LEFT;
  const lines = cleanText(text).split("\n");
  return new TableCell({
    width: { size: width, type: "dxa" },
    margins: padding,
    verticalAlign: VerticalAlign.CENTER,
    children: lines.map((line) => new Paragraph({ style, alignment, children: [new TextRun(line)] })),
  });
}

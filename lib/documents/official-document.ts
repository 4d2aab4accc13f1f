import "server-only";
import {
  AlignmentType,
  Document,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import { cleanText, paragraphsOf } from "./clean-text";
import { headingNumbers, type Level } from "./numerals";
import { characters, grid, officialPage } from "./official-page";
import { officialStyles, styleIds } from "./official-styles";
import { type DocumentColumn, officialTable } from "./official-table";
import { pageNumbers } from "./page-number";
import { type Place, type Signature, signaturePlaces } from "./signature";
import { titleLines } from "./title-lines";

/** What a document is made of. Headings number themselves; a text's lines become paragraphs. */
export type Block =
  | { kind: "heading"; level: Level; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "table"; caption?: string; columns: DocumentColumn[]; rows: string[][] };

export type OfficialDocument = {
  title: string;
  /** 发文字号, such as 渝互联网党发〔2026〕12号. */
  documentNumber?: string | null;
  /** 主送机关, without the colon after it. */
  recipients?: string | null;
  blocks: Block[];
  signature?: Signature;
};

/** A Word file after GB/T 9704-2012: page, document grid, fonts and order as the standard has them. */
export async function officialDocument(content: OfficialDocument): Promise<Buffer> {
  const document = new Document({
    title: cleanText(content.title),
    creator: cleanText(content.signature?.name ?? ""),
    evenAndOddHeaderAndFooters: true,
    externalStyles: officialStyles,
    sections: [{ properties: officialPage, footers: pageNumbers(), children: partsOf(content) }],
  });
  return Packer.toBuffer(document);
}

function partsOf({ title, documentNumber, recipients, blocks, signature }: OfficialDocument): (Paragraph | Table)[] {
  const next = headingNumbers();
  return [
    ...(documentNumber ? [line(documentNumber, { alignment: AlignmentType.CENTER }), line("")] : []),
    ...titleLines(title).map((text) => line(text, { style: styleIds.title })),
    line(""),
    ...(recipients ? [line(`${recipients}：`)] : []),
    ...blocks.flatMap((block, index) =>
      partsOfBlock(block, next, signature !== undefined && index === blocks.length - 1),
    ),
    ...(signature ? signatureOf(signature) : []),
  ];
}

/** `isSigned`: the signature follows, and must not stand alone on a page (7.3.5.4). */
function partsOfBlock(block: Block, next: (level: Level) => string, isSigned = false): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [line(`${next(block.level)}${block.text}`, { style: styleIds.headings[block.level] })];
    case "paragraph":
      return paragraphsOf(block.text).map((text, index, { length }) =>
        line(text, { style: styleIds.body, ...(isSigned && index === length - 1 ? { keepNext: true } : {}) }),
      );
    case "table":
      return [
        ...(block.caption ? [line(block.caption, { style: styleIds.caption })] : []),
        officialTable(block.columns, block.rows),
        // Two tables after each other would grow together, and text would touch the frame.
        line("", { spacing: { line: 160, lineRule: LineRuleType.EXACT } }),
      ];
  }
}

/** One line below the text; the parts stay together on a page. */
function signatureOf(signature: Signature): Paragraph[] {
  const places = signaturePlaces(signature, grid.characters);
  return [
    line("", { keepNext: true }),
    line(signature.name, { ...at(places.name), keepNext: true }),
    line(signature.date, at(places.date)),
  ];
}

function at(place: Place): IParagraphOptions {
  return "right" in place
    ? { alignment: AlignmentType.RIGHT, indent: { right: characters(place.right) } }
    : { alignment: AlignmentType.LEFT, indent: { left: characters(place.left) } };
}

function line(text: string, look: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ style: styleIds.plain, ...look, children: [new TextRun(cleanText(text))] });
}

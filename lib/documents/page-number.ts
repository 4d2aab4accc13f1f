import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from "docx";
import { sizes } from "./official-page";
import { styleIds } from "./official-styles";

/** One character of the page number, in twips. */
const oneIn = (sizes.pageNumber / 2) * 20;

/** “— 1 —”, on odd pages at the right, on even ones at the left, each one character in from the edge (GB/T 9704-2012, 7.5). */
export function pageNumbers(): { default: Footer; even: Footer } {
  return {
    default: pageNumber(AlignmentType.RIGHT, { right: oneIn }),
    even: pageNumber(AlignmentType.LEFT, { left: oneIn }),
  };
}

type Side = typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT;

function pageNumber(alignment: Side, indent: { left?: number; right?: number }): Footer {
  const children = [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })];
  return new Footer({ children: [new Paragraph({ style: styleIds.pageNumber, alignment, indent, children })] });
}

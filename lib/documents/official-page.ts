import { convertMillimetersToTwip, DocumentGridType, type ISectionPropertiesOptions, PageOrientation } from "docx";

const mm = convertMillimetersToTwip;

/** A4 in twips. Margins of GB/T 9704-2012, 5.2: 37 mm above, 28 mm left; the text area is 156 mm × 225 mm. */
const page = { width: 11_906, height: 16_838 };
const margin = { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) };

/** 三号, 小四, 二号, 四号 in half points, as Word counts. */
export const sizes = { body: 32, table: 24, title: 44, pageNumber: 28 };

/** Fonts are named, never embedded: the offices that write these papers have them. */
export const fonts = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  first: "黑体",
  second: "楷体_GB2312",
  pageNumber: "宋体",
};

/** Width and height of the text area in twips. */
export const textArea = {
  width: page.width - margin.left - margin.right,
  height: page.height - margin.top - margin.bottom,
};

/** What a page holds. */
export const grid = { lines: 22, characters: 28 };

/** Twips from line to line: rounded down, so that the 22nd line still fits. */
export const linePitch = Math.floor(textArea.height / grid.lines);

/** Twips from character to character: 28 of them fill a line. */
export const characterPitch = textArea.width / grid.characters;

/**
 * What Word adds to each character's width, in 1/4096 point: negative, since 28 characters of 16 pt (448 pt) are wider
 * than the 442 pt of the text area. Rounded down, so that the 28th still fits.
 */
const charSpace = Math.floor((characterPitch / 20 - sizes.body / 2) * 4096);

/** Width of whole characters, in twips. */
export function characters(count: number): number {
  return Math.round(count * characterPitch);
}

/** The page of an official document. Page numbers stand 7 mm below the text, outside on every page (7.5). */
export const officialPage: ISectionPropertiesOptions = {
  page: {
    size: { ...page, orientation: PageOrientation.PORTRAIT },
    margin: { ...margin, header: mm(15), footer: mm(25), gutter: 0 },
  },
  grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace },
};

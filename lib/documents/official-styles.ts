import { characters, fonts, linePitch, sizes } from "./official-page";

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The styles of the standard, so that a person can go on writing in the file: 公文标题, 正文, 一级标题 … */
export const styleIds = {
  title: "Title",
  plain: "Normal",
  body: "BodyText",
  headings: { 1: "Heading1", 2: "Heading2", 3: "Heading3" },
  caption: "Caption",
  tableHead: "TableHead",
  tableText: "TableText",
  pageNumber: "Footer",
} as const;

/** The hint gives marks that both scripts have, such as “ ” and —, their full width. */
const letters = (font: string, size: number) =>
  `<w:rFonts w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}" w:cs="${font}" w:hint="eastAsia"/>` +
  `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;

const exact = (twips: number) => `<w:spacing w:before="0" w:after="0" w:line="${twips}" w:lineRule="exact"/>`;
const single = '<w:spacing w:line="240" w:lineRule="auto"/>';
const twoIn = `<w:ind w:firstLineChars="200" w:firstLine="${characters(2)}"/>`;
const centred = '<w:jc w:val="center"/>';

/** No gaps beside digits and letters: they would push the text off the grid. */
const dense = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';

type Style = { id: string; name: string; paragraph?: string; font?: string; size?: number; base?: string };

function style({ id, name, paragraph = "", font = fonts.body, size = sizes.body, base = "Normal" }: Style): string {
  const isNormal = id === styleIds.plain;
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"${isNormal ? ' w:default="1"' : ""}><w:name w:val="${name}"/>` +
    `${isNormal ? "" : `<w:basedOn w:val="${base}"/>`}<w:qFormat/>` +
    `${paragraph && `<w:pPr>${paragraph}</w:pPr>`}<w:rPr>${letters(font, size)}</w:rPr></w:style>`
  );
}

const heading = (level: 1 | 2 | 3, font: string) =>
  style({
    id: styleIds.headings[level],
    name: `heading ${level}`,
    font,
    paragraph: `<w:keepNext/>${twoIn}<w:outlineLvl w:val="${level - 1}"/>`,
  });

/**
 * The style part. Lines keep their pitch by an exact distance instead of snapping, so that a substituted font with taller
 * letters cannot spread them; characters follow the grid of the page.
 */
export const officialStyles =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${namespace}"><w:docDefaults>` +
  `<w:rPrDefault><w:rPr>${letters(fonts.body, sizes.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>` +
  `<w:pPrDefault><w:pPr><w:widowControl w:val="0"/>${dense}<w:snapToGrid w:val="0"/>${exact(linePitch)}<w:jc w:val="both"/></w:pPr>` +
  "</w:pPrDefault></w:docDefaults>" +
  style({ id: styleIds.plain, name: "Normal" }) +
  style({ id: styleIds.body, name: "Body Text", paragraph: twoIn }) +
  style({
    id: styleIds.title,
    name: "Title",
    font: fonts.title,
    size: sizes.title,
    paragraph: `<w:keepNext/>${exact(640)}${centred}`,
  }) +
  heading(1, fonts.first) +
  heading(2, fonts.second) +
  heading(3, fonts.body) +
  style({
    id: styleIds.caption,
    name: "caption",
    font: fonts.first,
    size: sizes.table,
    paragraph: `<w:keepNext/>${centred}`,
  }) +
  style({
    id: styleIds.tableText,
    name: "Table Text",
    size: sizes.table,
    paragraph: `${single}<w:jc w:val="left"/>`,
  }) +
  style({
    id: styleIds.tableHead,
    name: "Table Head",
    base: styleIds.tableText,
    font: fonts.first,
    size: sizes.table,
    paragraph: centred,
  }) +
  style({
    id: styleIds.pageNumber,
    name: "footer",
    font: fonts.pageNumber,
    size: sizes.pageNumber,
    paragraph: single,
  }) +
  "</w:styles>";

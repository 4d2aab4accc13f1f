import { beforeAll, describe, expect, test } from "vitest";
import { type OfficialDocument, officialDocument } from "@/lib/documents/official-document";
import { wordLines, wordParts } from "@/tests/support/word-parts";

const content: OfficialDocument = {
  title: "关于2026年第三季度党建工作完成情况的通报",
  documentNumber: "渝北互联网党发〔2026〕12号",
  recipients: "各党支部",
  blocks: [
    { kind: "paragraph", text: "现将情况通报如下。\n\n  第二段  " },
    { kind: "heading", level: 1, text: "总体情况" },
    { kind: "heading", level: 2, text: "报送" },
    { kind: "heading", level: 3, text: "按时" },
    { kind: "heading", level: 3, text: "补报" },
    { kind: "heading", level: 2, text: "任务" },
    {
      kind: "table",
      caption: "任务完成情况",
      columns: [
        { header: "任务", share: 3 },
        { header: "已完成", share: 1, align: "center" },
      ],
      rows: [["学习", "12"]],
    },
    { kind: "heading", level: 1, text: "要求" },
    { kind: "heading", level: 2, text: "抓学习" },
  ],
  signature: { name: "中共重庆市渝北区互联网行业委员会", date: "2026年10月20日" },
};

let parts: Record<string, string>;
beforeAll(async () => {
  parts = await wordParts(await officialDocument(content));
});

const body = () => parts["word/document.xml"] ?? "";

/** The value of an attribute of the first such element, as a number. */
function measure(element: string, attribute: string): number {
  const tag = new RegExp(`<w:${element}\\b[^>]*>`).exec(body())?.[0] ?? "";
  return Number(new RegExp(`w:${attribute}="(-?\\d+)"`).exec(tag)?.[1]);
}

const inMillimetres = (twips: number) => Math.round((twips / 1440) * 25.4);

/** A style of the file as it is written. */
const styleOf = (id: string) =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(parts["word/styles.xml"] ?? "")?.[0] ?? "";

/** The XML of the paragraph that reads so. */
const paragraphOf = (words: string) =>
  (body().match(/<w:p>.*?<\/w:p>/g) ?? []).find((paragraph) => paragraph.includes(`>${words}<`)) ?? "";

describe("the page of GB/T 9704-2012", () => {
  test("is A4 with 37, 28, 26 and 35 mm of margin", () => {
    expect([measure("pgSz", "w"), measure("pgSz", "h")].map(inMillimetres)).toEqual([210, 297]);
    const margins = ["top", "left", "right", "bottom"].map((side) => inMillimetres(measure("pgMar", side)));
    expect(margins).toEqual([37, 28, 26, 35]);
  });

  test("holds 22 lines of 28 characters, and no line or character more", () => {
    expect(body()).toContain('<w:docGrid w:type="linesAndChars"');
    const height = measure("pgSz", "h") - measure("pgMar", "top") - measure("pgMar", "bottom");
    const width = measure("pgSz", "w") - measure("pgMar", "left") - measure("pgMar", "right");
    const pitch = 16 * 20 + (measure("docGrid", "charSpace") / 4096) * 20;
    expect(Math.floor(height / measure("docGrid", "linePitch"))).toBe(22);
    expect(Math.floor(width / pitch)).toBe(28);
    // A whole character to spare would leave a ragged edge.
    expect(width - 28 * pitch).toBeLessThan(1);
  });

  test("numbers pages in 宋体 14 pt, odd ones at the right, even ones at the left", () => {
    expect(parts["word/settings.xml"]).toContain("<w:evenAndOddHeaders/>");
    const footerOf = (kind: string) => {
      const id = new RegExp(`<w:footerReference w:type="${kind}" r:id="(\\w+)"`).exec(body())?.[1];
      const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(
        parts["word/_rels/document.xml.rels"] ?? "",
      );
      return parts[`word/${/Target="([^"]+)"/.exec(target?.[0] ?? "")?.[1]}`] ?? "";
    };
    expect(footerOf("default")).toContain('<w:jc w:val="right"/>');
    expect(footerOf("even")).toContain('<w:jc w:val="left"/>');
    for (const kind of ["default", "even"]) {
      expect(footerOf(kind)).toMatch(/— <\/w:t>.*PAGE.* —<\/w:t>/);
      expect(footerOf(kind)).toContain('<w:pStyle w:val="Footer"/>');
    }
    expect(styleOf("Footer")).toMatch(/w:eastAsia="宋体".*<w:sz w:val="28"\/>/);
  });
});

describe("letters and order of GB/T 9704-2012", () => {
  test.each([
    ["Title", "方正小标宋简体", 44],
    ["Normal", "仿宋_GB2312", 32],
    ["BodyText", "仿宋_GB2312", 32],
    ["Heading1", "黑体", 32],
    ["Heading2", "楷体_GB2312", 32],
    ["Heading3", "仿宋_GB2312", 32],
  ])("%s is set in %s, %i half points", (id, font, size) => {
    expect(styleOf(id)).toContain(`w:eastAsia="${font}"`);
    expect(styleOf(id)).toContain(`<w:sz w:val="${size}"/>`);
  });

  test("the title is centred; body and headings begin two characters in", () => {
    expect(styleOf("Title")).toContain('<w:jc w:val="center"/>');
    for (const id of ["BodyText", "Heading1", "Heading2", "Heading3"]) {
      expect(styleOf(id)).toContain('w:firstLineChars="200"');
    }
    expect(paragraphOf("第二段")).toContain('<w:pStyle w:val="BodyText"/>');
    expect(paragraphOf("（二）任务")).toContain('<w:pStyle w:val="Heading2"/>');
  });

  test("reads number, title, recipients, numbered text, table, name and day, in this order", () => {
    expect(wordLines(body()).filter(Boolean)).toEqual([
      "渝北互联网党发〔2026〕12号",
      "关于2026年第三季度",
      "党建工作完成情况的通报",
      "各党支部：",
      "现将情况通报如下。",
      "第二段",
      "一、总体情况",
      "（一）报送",
      "1. 按时",
      "2. 补报",
      "（二）任务",
      "任务完成情况",
      "任务",
      "已完成",
      "学习",
      "12",
      "二、要求",
      "（一）抓学习",
      "中共重庆市渝北区互联网行业委员会",
      "2026年10月20日",
    ]);
  });

  test("the signature stands at the right, the day two characters after the name's beginning", () => {
    const characters = (count: number) => Math.round((8845 / 28) * count);
    const name = paragraphOf("中共重庆市渝北区互联网行业委员会");
    expect(name).toContain(`<w:ind w:right="${characters(2)}"/><w:jc w:val="right"/>`);
    // The name of 16 characters begins at the 11th, the day at the 13th.
    expect(paragraphOf("2026年10月20日")).toContain(`<w:ind w:left="${characters(12)}"/>`);
  });

  test("a table fills the text's width and repeats its header", () => {
    expect(body()).toContain("<w:tblHeader/>");
    const widths = [...body().matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).toEqual([6633, 2211]);
  });
});

test("the last words stay on the page of the signature", async () => {
  const blocks = [{ kind: "paragraph" as const, text: "倒数第二段\n最后一段" }];
  const signed = await wordParts(
    await officialDocument({ title: "通报", blocks, signature: { name: "党委", date: "1日" } }),
  );
  const kept = (signed["word/document.xml"]?.match(/<w:p>.*?<\/w:p>/g) ?? []).filter((part) =>
    part.includes("<w:keepNext/>"),
  );
  expect(wordLines(kept.join("")).filter(Boolean)).toEqual(["最后一段", "党委"]);
});

test("text that is markup stays text, and what XML cannot hold is left out", async () => {
  const nasty = "<w:b/>&amp;\u0000\u0008\ud800“引号”\u{20bb7}";
  const made = await wordParts(
    await officialDocument({
      title: nasty,
      blocks: [{ kind: "table", columns: [{ header: nasty, share: 1 }], rows: [] }],
    }),
  );
  const document = made["word/document.xml"] ?? "";
  expect(wordLines(document).filter(Boolean)).toEqual(Array(2).fill("<w:b/>&amp;\ufffd“引号”\u{20bb7}"));
  expect(document).not.toContain("<w:b/>");
});

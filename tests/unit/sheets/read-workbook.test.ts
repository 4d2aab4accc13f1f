import { describe, expect, test } from "vitest";
import type { Cell } from "@/lib/sheets/cell";
import { readSheets } from "@/lib/sheets/read";
import {
  codePageWorkbook,
  legacyWorkbook,
  workbookEntries,
  workbookOf,
  workbookWith,
} from "../../support/files/hostile-sheets";
import { zipOf } from "../../support/files/raw-zip";

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (at: string, value: number, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const row = (line: number, ...cells: string[]) => `<row r="${line}">${cells.join("")}</row>`;

async function rowsOf(bytes: Buffer, fileName = "名单.xlsx"): Promise<Cell[][]> {
  return (await readSheets({ fileName, bytes })).sheets[0]?.rows ?? [];
}

describe("an .xlsx file", () => {
  test("gives text as text, numbers as numbers, empty cells as null, and keeps line numbers", async () => {
    const sheetData = [
      row(1, text("A1", "党员名册")),
      row(4, text("A4", "500112198001010018"), `<c r="B4"/>`, number("C4", 12.5), `<c r="D4" t="b"><v>1</v></c>`),
    ].join("");
    const rows = await rowsOf(workbookOf({ sheetData }));
    expect(rows).toEqual([["党员名册"], [], [], ["500112198001010018", null, 12.5, true]]);
  });

  test("gives every sheet in order and says which are hidden", async () => {
    const entries = workbookEntries({ sheetCount: 3, sheetData: row(1, text("A1", "甲")) });
    const bytes = zipOf(
      entries.map((entry) =>
        entry.name === "xl/workbook.xml"
          ? { ...entry, content: entry.content.toString().replace('sheetId="2"', 'sheetId="2" state="hidden"') }
          : entry,
      ),
    );
    const { sheets } = await readSheets({ fileName: "a.xlsx", bytes });
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["表1", false],
      ["表2", true],
      ["表3", false],
    ]);
  });

  test("the five spellings of a date: Excel's own becomes a day, written ones stay as written", async () => {
    const sheetData = row(
      1,
      number("A1", 43529, 1),
      text("B1", "2019-03-05"),
      text("C1", "2019/3/5"),
      text("D1", "2019年3月5日"),
      number("E1", 20190305),
      number("F1", 43529),
    );
    const rows = await rowsOf(workbookOf({ sheetData, numberFormats: ["14"] }));
    expect(rows).toEqual([[{ day: "2019-03-05" }, "2019-03-05", "2019/3/5", "2019年3月5日", 20190305, 43529]]);
  });

  test.each([
    "14",
    "31",
    "57",
    "yyyy-mm-dd",
    'yyyy"年"m"月"d"日"',
    "[$-804]yyyy/m/d;@",
    "yyyy\\-mm\\-dd hh:mm",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    "m/d/yy",
  ])("number format %s shows a day", async (format) => {
    const rows = await rowsOf(workbookOf({ sheetData: row(1, number("A1", 41226.75, 1)), numberFormats: [format] }));
    expect(rows).toEqual([[{ day: "2012-11-13" }]]);
  });

  test.each(["0.00", '#,##0"yd"', "0.00E+00", "[Red]0", "h:mm:ss", "@", "G/通用格式"])(
    "number format %s shows a number",
    async (format) => {
      const rows = await rowsOf(workbookOf({ sheetData: row(1, number("A1", 41226.75, 1)), numberFormats: [format] }));
      expect(rows).toEqual([[41226.75]]);
    },
  );

  test.each([
    ["1900", 1, "1900-01-01"],
    ["1900", 59, "1900-02-28"],
    ["1900", 61, "1900-03-01"],
    ["1900", 45351, "2024-02-29"],
    ["1904", 0, "1904-01-01"],
    ["1904", 39764, "2012-11-13"],
  ])("with the %s epoch day %i is %s", async (epoch, serial, day) => {
    const workbookPr = `<workbookPr date1904="${epoch === "1904" ? 1 : 0}"/>`;
    const sheetData = row(1, number("A1", serial, 1));
    expect(await rowsOf(workbookOf({ sheetData, workbookPr, numberFormats: ["14"] }))).toEqual([[{ day }]]);
  });

  test("a formula gives its last value and never itself", async () => {
    const sheetData = row(
      1,
      `<c r="A1"><f>1+1</f><v>2</v></c>`,
      `<c r="B1" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c>`,
      `<c r="C1"><f>WEBSERVICE("http://example.invalid")</f></c>`,
      `<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
    );
    expect(await rowsOf(workbookOf({ sheetData }))).toEqual([[2, "甲乙", null, "#DIV/0!"]]);
  });

  test("shared texts lose their markup and phonetic marks, keep their blanks and escapes", async () => {
    const sharedTexts =
      '<si><r><t>重庆</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 信博</t></r><rPh sb="0" eb="1"><t>chong</t></rPh></si>' +
      "<si><t>A&amp;B&#10;&#x4E00;_x0041_</t></si><si/>";
    const shared = (at: string, index: number) => `<c r="${at}" t="s"><v>${index}</v></c>`;
    const sheetData = row(1, shared("A1", 1), shared("B1", 0), shared("C1", 2), shared("D1", 9));
    expect(await rowsOf(workbookOf({ sheetData, sharedTexts }))).toEqual([["A&B\n一A", "重庆 信博"]]);
  });

  test("is read whatever prefix, address or order its writer chose", async () => {
    const content =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row>' +
      '<x:c t="str"><x:v>甲</x:v></x:c><x:c/><x:c><x:v>3</x:v></x:c></x:row><x:row r="3"><x:c r="AB3" t="d"><x:v>2019-03-05T00:00:00' +
      "</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    const rows = await rowsOf(workbookWith({ name: "xl/worksheets/Sheet1.xml", content }));
    expect(rows[0]).toEqual(["甲", null, 3]);
    expect(rows[2]?.[27]).toEqual({ day: "2019-03-05" });
  });

  test("macros, pictures and printer settings are passed over", async () => {
    const sheetData = row(1, text("A1", "甲"));
    const bytes = workbookWith({ name: "xl/vbaProject.bin", content: Buffer.alloc(5000, 1) }, { sheetData });
    expect(await rowsOf(bytes, "名单.xlsm")).toEqual([["甲"]]);
  });

  test("formatting far below and to the right of the list does not count as content", async () => {
    const sheetData = row(1, text("A1", "甲"), `<c r="XFD1" s="0"/>`).concat(`<row r="1048576" ht="20"/>`);
    expect(await rowsOf(workbookOf({ sheetData }))).toEqual([["甲"]]);
  });
});

describe("a legacy .xls file", () => {
  test("gives text, numbers and days like .xlsx", async () => {
    const bytes = legacyWorkbook([
      ["姓名", "身份证号", "入党日期", "人数"],
      ["张三", "500112198001010018", { v: 41226, z: "yyyy\\-mm\\-dd" }, 12],
      [],
      ["李四", "000123", 41226, null],
    ]);
    const { sheets } = await readSheets({ fileName: "名单.XLS", bytes });
    expect(sheets).toEqual([
      {
        name: "名单",
        hidden: false,
        rows: [
          ["姓名", "身份证号", "入党日期", "人数"],
          ["张三", "500112198001010018", { day: "2012-11-13" }, 12],
          [],
          ["李四", "000123", 41226],
        ],
      },
    ]);
  });

  test("knows the Chinese date formats that are named by number alone", async () => {
    const bytes = legacyWorkbook([[{ v: 41226, z: "yyyy\\-mm\\-dd" }]]);
    // In a record of a cell's format (E0) the number of the date format follows the number of the font.
    const format = bytes.readUInt16LE(bytes.indexOf(Buffer.from("yyyy\\-mm", "utf16le")) - 5);
    for (let at = bytes.indexOf("e0001400", 0, "hex"); at >= 0; at = bytes.indexOf("e0001400", at + 4, "hex")) {
      if (bytes.readUInt16LE(at + 6) === format) bytes.writeUInt16LE(31, at + 6);
    }
    expect(await rowsOf(bytes, "a.xls")).toEqual([[{ day: "2012-11-13" }]]);
  });

  test("respects the 1904 epoch", async () => {
    const bytes = legacyWorkbook([[{ v: 39764, z: "yyyy\\-mm\\-dd" }]], true);
    expect(await rowsOf(bytes, "a.xls")).toEqual([[{ day: "2012-11-13" }]]);
  });

  test("of Excel 5 gives its Chinese text", async () => {
    expect(await rowsOf(codePageWorkbook(), "a.xls")).toEqual([["党员"]]);
  });

  test("is known by its content when it is an .xlsx under an old name", async () => {
    expect(await rowsOf(workbookOf({ sheetData: row(1, text("A1", "甲")) }), "名单.xls")).toEqual([["甲"]]);
  });
});

test("10,000 rows of 20 columns are read within seconds while the server goes on", { timeout: 20_000 }, async () => {
  const line = (n: number) =>
    row(n, ...Array.from({ length: 20 }, (_, i) => text(`${String.fromCharCode(65 + i)}${n}`, `重庆市渝北区第${n}号`)));
  const bytes = workbookOf({ sheetData: Array.from({ length: 10_000 }, (_, i) => line(i + 1)).join("") });
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const start = performance.now();
  const rows = await rowsOf(bytes);
  clearInterval(watch);
  expect(rows).toHaveLength(10_000);
  expect(rows[9_999]).toHaveLength(20);
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(longest).toBeLessThan(250);
});

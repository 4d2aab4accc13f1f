import { describe, expect, test } from "vitest";
import type { Cell } from "@/lib/sheets/cell";
import { readSheets } from "@/lib/sheets/read";

const table = "姓名,公民身份号码,入党日期\n张三,500112198001010018,2019/3/5\n";
const rows = [
  ["姓名", "公民身份号码", "入党日期"],
  ["张三", "500112198001010018", "2019/3/5"],
];

/** 姓名,电话 / 张三,13800000000 as GB18030 writes it; the second name 䶮 needs four bytes. */
const gb18030 = Buffer.from(
  "d0d5c3fb2cb5e7bbb00ad5c5c8fd2c31333830303030303030300ad5c58238fe302c310a".replace("8238fe30", "8234f232"),
  "hex",
);

async function read(bytes: Buffer | string, fileName = "名单.csv"): Promise<Cell[][]> {
  return (await readSheets({ fileName, bytes: Buffer.from(bytes) })).sheets[0]?.rows ?? [];
}

describe("the encoding is recognised", () => {
  test.each([
    ["UTF-8", Buffer.from(table)],
    ["UTF-8 with byte order mark", Buffer.from(`\ufeff${table}`)],
    ["UTF-16LE with byte order mark", Buffer.from(`\ufeff${table}`, "utf16le")],
    ["UTF-16BE with byte order mark", Buffer.from(`\ufeff${table}`, "utf16le").swap16()],
  ])("%s", async (_name, bytes) => {
    expect(await read(bytes)).toEqual(rows);
  });

  test("GB18030", async () => {
    expect(await read(gb18030)).toEqual([
      ["姓名", "电话"],
      ["张三", "13800000000"],
      [expect.stringMatching(/^张.$/u), "1"],
    ]);
  });
});

describe("the layout is recognised", () => {
  test.each([",", ";", "\t"])("delimiter %j", async (delimiter) => {
    expect(await read(table.replaceAll(",", delimiter))).toEqual(rows);
  });

  test("a title and a note above the header", async () => {
    expect(await read(`党员名册\n数据来源：组织部\n${table}`)).toEqual([["党员名册"], ["数据来源：组织部"], ...rows]);
  });

  test.each([".txt", ".TSV"])("a name ending in %s", async (extension) => {
    expect(await read(table.replaceAll(",", "\t"), `名单${extension}`)).toEqual(rows);
  });

  test("quoted line breaks, quotes and delimiters, and CRLF", async () => {
    const text = '名称,地址\r\n"甲""公司""","渝北区\r\n1号,2楼"\r\n乙,丙\r\n';
    expect(await read(text)).toEqual([
      ["名称", "地址"],
      ['甲"公司"', "渝北区\r\n1号,2楼"],
      ["乙", "丙"],
    ]);
  });
});

describe("a cell is the text that stands in the file", () => {
  test("long numbers, leading zeros, dates in every spelling and blanks stay as they are", async () => {
    const line = [
      "500112198001010018",
      "007",
      "2019-03-05",
      "2019/3/5",
      "2019年3月5日",
      "20190305",
      "41226",
      " 甲 ",
      "1e3",
    ];
    expect(await read(`${line.join(",")}\n`)).toEqual([line]);
  });

  test('="…" loses its wrapping, whether quoted or not', async () => {
    expect(await read('="500112198001010018","=""007"""\n,\n')).toEqual([["500112198001010018", "007"]]);
  });

  test("empty cells are null, empty lines keep their number, formulas stay text", async () => {
    expect(await read("甲,,乙\n\n,,\n=1+1,-2,@x\n\n")).toEqual([["甲", null, "乙"], [], [], ["=1+1", "-2", "@x"]]);
  });
});

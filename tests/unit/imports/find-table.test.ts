import { describe, expect, test } from "vitest";
import { findTable } from "@/lib/imports/rules/table/find-table";
import type { Cell } from "@/lib/sheets/cell";
import { sheet, tableIn } from "./judge";

const header = ["序号", "企业名称", "统一社会信用代码", "法定代表人", "登记状态"];
const row = (n: number): Cell[] => [n, `重庆第${n}科技有限公司`, "", "赵芳", "存续"];
const rows = (count: number) => Array.from({ length: count }, (_, n) => row(n + 1));
const fieldsOf = (columns: { header: string; field: string | null }[]) =>
  Object.fromEntries(columns.map((column) => [column.header, column.field]));

describe("the list is found wherever it stands in the file", () => {
  test("at the top", () => {
    expect(tableIn([sheet([header, row(1)])], "ENTERPRISES").headerLine).toBe(1);
  });

  test("below a title, a line of sources, an empty line and notes that name columns", () => {
    const notes = [
      ["企业名录"],
      ["数据来源：工商注册数据共享　导出日期：2026年9月30日"],
      [],
      ["说明", "企业名称填写全称，统一社会信用代码填写 18 位"],
    ];
    const table = tableIn([sheet([...notes, header, row(1)])], "ENTERPRISES");
    expect(table.headerLine).toBe(5);
    expect(table.rows.map(({ line }) => line)).toEqual([6]);
  });

  test("in the second sheet, after a sheet of notes and one that explains the columns one below the other", () => {
    const notes = sheet([["填报说明"], ["1. 党员数含预备党员"]], "说明");
    const dictionary = sheet(
      [
        ["列名", "说明"],
        ["企业名称", "营业执照上的全称"],
        ["统一社会信用代码", "18 位"],
        ["联系电话", "手机或座机"],
      ],
      "字段说明",
    );
    expect(tableIn([notes, dictionary, sheet([header, ...rows(3)], "企业名录")], "ENTERPRISES").sheetName).toBe(
      "企业名录",
    );
  });

  test("in the sheet with the list, not the one with an example or a count by category", () => {
    const example = sheet([header, row(1)], "填写示例");
    const counts = sheet(
      [
        ["行业类别", "企业", "从业人员数", "党员数"],
        ["网络技术", 440, 9000, 200],
        ["合计", 1125, 20000, 556],
      ],
      "汇总",
    );
    const table = tableIn([example, counts, sheet([["名录"], header, ...rows(30)], "企业名录")], "ENTERPRISES");
    expect(table.sheetName).toBe("企业名录");
    expect(table.otherSheets.map(({ name }) => name)).toContain("填写示例");
  });

  test("not in a hidden copy of last year", () => {
    const hidden = { ...sheet([header, ...rows(40)], "2025"), hidden: true };
    expect(tableIn([hidden, sheet([header, ...rows(30)], "2026")], "ENTERPRISES").sheetName).toBe("2026");
  });

  test("with groups above the names, merged sideways and downwards", () => {
    const upper = ["序号", "企业名称", "统一社会信用代码", "人员情况", null, "联系人", null, "登记状态"];
    const lower = [null, null, null, "从业人员数", "其中：党员数", "姓名", "电话", null];
    const data: Cell[] = [1, "重庆云光科技有限公司", "", 50, 3, "赵芳", "13812341234", "存续"];
    const table = tableIn([sheet([["企业名录"], upper, lower, data])], "ENTERPRISES");
    expect(table.headerLine).toBe(3);
    expect(table.columns.map(({ field }) => field)).toEqual([
      "ordinal",
      "name",
      "creditCode",
      "employeeCount",
      "declaredMemberCount",
      "contactName",
      "contactPhone",
      "registration",
    ]);
  });

  test("with groups over all names, which are no part of the header", () => {
    const groups = ["基本信息", null, null, "人员", null];
    const names = ["企业名称", "信用代码", "经营状态", "员工人数", "党员人数"];
    const table = tableIn([sheet([groups, names, ["重庆云光科技有限公司", "", "存续", 5, 1]])], "ENTERPRISES");
    expect(table.columns.map(({ field }) => field)).toEqual([
      "name",
      "creditCode",
      "registration",
      "employeeCount",
      "declaredMemberCount",
    ]);
    expect(table.rows).toHaveLength(1);
  });

  test("and its first data row is never taken for a second header row", () => {
    const data: Cell[] = [1, "重庆云光科技有限公司", "无", "赵芳", "存续"];
    expect(tableIn([sheet([header, data])], "ENTERPRISES").headerLine).toBe(1);
  });
});

describe("columns", () => {
  test("in any order", () => {
    const table = tableIn([sheet([[...header].reverse(), [...row(1)].reverse()])], "ENTERPRISES");
    expect(table.columns.map(({ field }) => field)).toEqual([
      "registration",
      "legalRepresentative",
      "creditCode",
      "name",
      "ordinal",
    ]);
  });

  test("two of one meaning: the better name is read, the other listed", () => {
    const table = tableIn(
      [sheet([["企业名称", "注册号", "统一社会信用代码", "办公地址", "注册地址"], ["重庆云光科技有限公司"]])],
      "ENTERPRISES",
    );
    expect(fieldsOf(table.columns)).toEqual({
      企业名称: "name",
      注册号: null,
      统一社会信用代码: "creditCode",
      办公地址: null,
      注册地址: "address",
    });
    expect(table.columns.filter(({ how }) => how === "SECOND").map((column) => column.header)).toEqual([
      "注册号",
      "办公地址",
    ]);
  });

  test("that nobody knows, or without a name but with content, are listed and not dropped", () => {
    const table = tableIn(
      [
        sheet([
          ["企业名称", "信用代码", "备注", null, null],
          ["重庆云光科技有限公司", "", "", "x", null],
        ]),
      ],
      "ENTERPRISES",
    );
    const unknown = table.columns.filter(({ how }) => how === "UNKNOWN").map((column) => column.header);
    expect(unknown).toEqual(["备注", "第 4 列（无列名）"]);
  });

  test("the person's word outweighs ours: another meaning, and none at all", () => {
    const fields = new Map([
      ["甲方", "name" as const],
      ["企业名称", null],
    ]);
    const sheets = [
      sheet([
        ["甲方", "企业名称", "信用代码"],
        ["重庆云光科技有限公司", "x", ""],
      ]),
    ];
    const table = tableIn(sheets, "ENTERPRISES", { fields });
    expect(fieldsOf(table.columns)).toEqual({ 甲方: "name", 企业名称: null, 信用代码: "creditCode" });
  });

  test("the person names the sheet and the header's line", () => {
    const sheets = [
      sheet([header, ...rows(9)], "一"),
      sheet([["x"], ["企业名称", "备注"], ["重庆云光科技有限公司", ""]], "二"),
    ];
    const table = tableIn(sheets, "ENTERPRISES", { sheetName: "二", headerLine: 2 });
    expect([table.sheetName, table.headerLine, table.rows.length]).toEqual(["二", 2, 1]);
  });
});

describe("a file without such a list is refused, and the person told what to do", () => {
  const roster = sheet([
    ["姓名", "公民身份号码", "工作单位", "单位名称", "联系电话"],
    ["赵芳", "1", "x", "x", "1"],
  ]);
  test("a roster sent as enterprises", () => {
    expect(findTable([roster], "ENTERPRISES")).toEqual({ refusal: expect.stringContaining("改为“党员”") });
  });
  test("enterprises sent as a roster", () => {
    expect(findTable([sheet([header, row(1)])], "MEMBERS")).toEqual({ refusal: expect.stringContaining("改为“企业”") });
  });
  test("nothing at all", () => {
    expect(findTable([sheet([])], "ENTERPRISES")).toEqual({ refusal: expect.stringContaining("没有内容") });
  });
  test("another table", () => {
    expect(
      findTable(
        [
          sheet([
            ["日期", "金额"],
            ["2019-03-05", 5],
          ]),
        ],
        "ENTERPRISES",
      ),
    ).toEqual({ refusal: expect.stringContaining("表头") });
    expect(
      findTable(
        [
          sheet([
            ["日期", "金额"],
            ["2019-03-05", 5],
          ]),
        ],
        "MEMBERS",
      ),
    ).toEqual({ refusal: expect.stringContaining("表头") });
  });
});

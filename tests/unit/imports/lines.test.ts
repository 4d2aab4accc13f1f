import { describe, expect, test } from "vitest";
import { splitLines } from "@/lib/imports/rules/table/lines";
import type { Cell } from "@/lib/sheets/cell";
import { sheet, tableIn } from "./judge";

const title = "仙桃国际大数据谷企业名录";
const header = ["序号", "企业名称", "统一社会信用代码", "法定代表人", "从业人员数", "备注"];
const good: Cell[] = [1, "重庆云光科技有限公司", "91350100M000100Y43", "赵芳", 5];

function split(...rows: Cell[][]) {
  const table = tableIn([sheet([[title], header, ...rows])], "ENTERPRISES");
  const { data, skipped } = splitLines(table, "ENTERPRISES");
  return { data: data.map(({ line }) => line), skipped: skipped.map(({ line, why }) => [line, why]) };
}

describe("what is no data row is set aside and listed", () => {
  test.each<[string, Cell[], string]>([
    ["a total beside the names", [null, "合计", null, null, 5], "合计行"],
    ["a total in the first column", ["合计", null, null, null, 5], "合计行"],
    ["a total with its count under the codes", ["总  计", "2家", "2", null, 5], "合计行"],
    ["a subtotal of a building", [null, "B1栋小计", null, null, 5], "合计行"],
    ["a count in words", ["共 2 家"], "合计行"],
    ["who filled in the form", ["填表人：张三"], "表尾说明"],
    ["who filled in the form, in three cells", ["填表人：张三", null, "审核人：李四", "2026年9月30日"], "表尾说明"],
    ["who filled in the form, below the names", [null, "填表人:张三   审核人:李四"], "表尾说明"],
    ["a remark", ["注：党员数含预备党员"], "表尾说明"],
    ["a remark below the names", [null, "备注：以上数据截至2026年9月30日"], "表尾说明"],
    ["a sentence below the names", [null, "请各园区核对后，于月底前报送。"], "说明文字"],
    ["the heading of a group", [null, "一、新闻资讯类"], "分组标题"],
    ["the heading of a group in the first column", ["（二）视听传媒"], "分组标题"],
    ["the title once more", [title], "说明文字"],
    ["the header once more", [...header], "重复的表头"],
    ["a stray cell", [null, null, null, null, null, "已核"], "只有一格有内容，不是数据行"],
  ])("%s", (_what, row, why) => {
    expect(split(good, row)).toEqual({ data: [3], skipped: [[4, why]] });
  });

  test.each<[string, Cell[], string]>([
    ["the columns' numbers", [1, 2, 3, 4, 5, 6], "栏号"],
    ["the columns' numbers after 甲 and 乙", ["甲", "乙", 1, 2, 3, 4], "栏号"],
    ["hints below the names", [null, "（必填）", "（18位）", "必填", "填写整数"], "填写要求"],
    ["an example", ["示例", "重庆某某科技有限公司", "915001127BPHCLE12B", "张三", 10], "填写示例"],
  ])("%s, above the first row", (_what, row, why) => {
    expect(split(row, good)).toEqual({ data: [4], skipped: [[3, why]] });
  });

  test("empty lines and lines that are only numbered are nothing at all", () => {
    expect(split(good, [], [null, " "], [2], ["３"], [null, "\u3000"], good)).toEqual({ data: [3, 9], skipped: [] });
  });
});

describe("what is data stays data", () => {
  test.each<[string, Cell[]]>([
    ["a row without a name", [2, null, "915001127BPHCLE12B", "赵芳", 5]],
    ["a row without a name and a code", [2, null, null, "赵芳", 5]],
    ["a row that has only a name", [null, "重庆云光科技有限公司"]],
    ["an enterprise called 合计", [2, "重庆合计科技有限公司"]],
    ["an enterprise called 说明", [2, "说明书网络科技有限公司", "无", "赵芳"]],
    ["an enterprise called 一", [2, "一、二、三网络工作室", "无", "赵芳"]],
    ["a total that has a code", [2, "合计", "91350100M000100Y43", "赵芳", 5]],
    ["a row after the total", [2, "重庆云光科技有限公司", "", "赵芳"]],
  ])("%s", (_what, row) => {
    expect(split(good, row)).toEqual({ data: [3, 4], skipped: [] });
  });
});

test("in a roster the name of a branch or employer above its members is no person", () => {
  const roster = [
    ["姓名", "身份证号", "人员类别"],
    ["重庆云光科技有限公司党支部"],
    ["赵芳", "34052419800101001X", "正式党员"],
    ["李四"],
  ];
  const { data, skipped } = splitLines(tableIn([sheet(roster)], "MEMBERS"), "MEMBERS");
  expect(data.map(({ line }) => line)).toEqual([3, 4]);
  expect(skipped).toEqual([{ line: 2, why: "分组标题" }]);
});

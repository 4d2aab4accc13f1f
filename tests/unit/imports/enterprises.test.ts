import { describe, expect, test } from "vitest";
import type { Cell } from "@/lib/sheets/cell";
import { enterprises, judgeEnterpriseFile, knownEnterprise, sheet } from "./judge";

const header = ["企业名称", "统一社会信用代码", "联系电话", "登记状态", "是否入驻", "党员数"];
const codeA = "91350100M000100Y43";
const codeB = "915001127BPHCLE12B";
const name = "重庆云光科技有限公司";

const outcomes = (result: ReturnType<typeof enterprises>) => result.verdicts.map(({ outcome }) => outcome);
const against = (known: ReturnType<typeof knownEnterprise>[], ...rows: Cell[][]) =>
  judgeEnterpriseFile([sheet([header, ...rows])], known);

describe("a row is refused", () => {
  test.each<[string, Cell]>([
    ["empty", ""],
    ["full-width space", "\u3000"],
    ["stroke", "/"],
    ["dash", "——"],
    ["none", "无"],
    ["only digits", "12345"],
    ["a number", 12345],
    ["only signs", "***"],
    ["a single character", "店"],
    ["a code in the wrong column", codeA],
    ["a date", { day: "2019-03-05" }],
    ["placeholder", "XXX公司"],
  ])("when its name is no name: %s", (_what, written) => {
    const { verdicts, figures } = enterprises(header, [written, codeB, "13812341234", "存续", "是", 3]);
    expect(verdicts[0]).toMatchObject({ outcome: "REFUSED", reasons: [expect.stringContaining("名称")], values: null });
    expect(figures).toMatchObject({
      rowsInFile: 1,
      rejected: 1,
      createdActive: 0,
      settledActive: 0,
      membersDeclaredActive: 0,
    });
  });

  test("when its code is wrong, even if the enterprise of that name stands elsewhere in the file", () => {
    const result = enterprises(header, [name, codeA], [name, "91350100M000100Y44"]);
    expect(outcomes(result)).toEqual(["NEW", "REFUSED"]);
    expect(result.verdicts[1]?.reasons).toEqual([expect.stringContaining("校验位")]);
  });

  test("when its code was rounded by the spreadsheet", () => {
    const { verdicts } = enterprises(header, [name, 915001120000000000]);
    expect(verdicts[0]?.reasons).toEqual([expect.stringContaining("按数字保存")]);
  });

  test("with all its reasons at once", () => {
    expect(enterprises(header, ["无", "12345"]).verdicts[0]?.reasons).toHaveLength(2);
  });

  test("when it has no code and its name fits two enterprises, of the file or of the register", () => {
    const inFile = enterprises(header, [name, codeA], [name, codeB], [name, ""]);
    expect(outcomes(inFile)).toEqual(["NEW", "NEW", "REFUSED"]);
    const twins = [knownEnterprise({ name, creditCode: codeA }), knownEnterprise({ name, creditCode: codeB })];
    const inRegister = against(twins, [name, ""]);
    expect(inRegister.verdicts[0]).toMatchObject({ outcome: "REFUSED", reasons: [expect.stringContaining("2 家")] });
  });
});

describe("a row is taken", () => {
  test("with a corrected code, and the correction is told", () => {
    const { verdicts, figures } = enterprises(header, [name, "９15001127bphclei2b "]);
    expect(verdicts[0]).toMatchObject({
      outcome: "NEW",
      values: { creditCode: codeB },
      notes: [expect.stringContaining("O、I")],
    });
    expect(figures).toMatchObject({ correctedCodes: 1, withoutCreditCode: 0 });
  });

  test.each(["", "无", "/", "500112526316433", 500112526316433])(
    "without a code (%j), marked 信用代码待补",
    (written) => {
      const { verdicts, figures } = enterprises(header, [name, written]);
      expect(verdicts[0]).toMatchObject({
        outcome: "NEW",
        values: { creditCode: null },
        notes: [expect.stringContaining("信用代码待补")],
      });
      expect(figures).toMatchObject({ createdActive: 1, withoutCreditCode: 1 });
    },
  );

  test("when closed, as closed: it counts as inactive and in no figure of the active ones", () => {
    const { verdicts, figures } = enterprises(header, [name, codeA, "", "吊销，未注销", "是", 4]);
    expect(verdicts[0]?.values?.registration).toBe("REVOKED");
    expect(figures).toMatchObject({ createdActive: 0, createdInactive: 1, settledActive: 0, membersDeclaredActive: 0 });
  });

  test("with a wrong telephone number left out and noted", () => {
    const { verdicts } = enterprises(header, [name, codeA, "1381234", "存续"]);
    expect(verdicts[0]).toMatchObject({
      outcome: "NEW",
      values: { contactPhone: null },
      notes: [expect.stringContaining("电话")],
    });
  });

  test("in a file that lacks most columns", () => {
    const { figures } = enterprises(["序号", "单位名称"], [1, name], [2, "重庆数谷科技有限公司"]);
    expect(figures).toMatchObject({ rowsInFile: 2, createdActive: 2, withoutCreditCode: 2 });
  });

  test("with a founding day after today left out", () => {
    const { verdicts } = enterprises(["企业名称", "信用代码", "成立日期"], [name, codeA, "2027-01-01"]);
    expect(verdicts[0]).toMatchObject({ values: { registeredOn: null }, notes: [expect.stringContaining("晚于今天")] });
  });

  test("and a whole row is read field by field", () => {
    const columns = [
      "企业名称",
      "信用代码",
      "法人",
      "出资人",
      "出资人是否党员",
      "注册日期",
      "注册资金（元）",
      "企业类别",
      "住所",
      "入驻情况",
    ];
    const more = ["职工数", "党员人数", "联系人", "电话", "状态", "园区", "楼栋"];
    const cells: Cell[] = [
      " 重庆云光科技(重庆)有限公司 ",
      codeA,
      "赵 芳",
      "李四",
      "是",
      "2019年3月5日",
      5_000_000,
      "网络技术",
      "百果路99号",
      "已入驻",
    ];
    const { verdicts } = enterprises(
      [...columns, ...more],
      [...cells, "约50人", "3人", "王五", "023-67812345", "在业", "仙桃", "B1栋"],
    );
    expect(verdicts[0]?.values).toEqual({
      name: "重庆云光科技（重庆）有限公司",
      creditCode: codeA,
      legalRepresentative: "赵芳",
      investorName: "李四",
      isInvestorMember: true,
      registeredOn: "2019-03-05",
      capitalWan: 500,
      category: "TECHNOLOGY",
      address: "百果路99号",
      isSettled: true,
      employeeCount: 50,
      declaredMemberCount: 3,
      contactName: "王五",
      contactPhone: "023-67812345",
      registration: "ACTIVE",
      parkName: "仙桃",
      buildingName: "B1栋",
    });
  });
});

describe("the same enterprise twice in a file counts once", () => {
  test.each<[string, Cell[], Cell[]]>([
    ["the same code", [name, codeA], [name, codeA]],
    ["the same code in other letters", [name, codeA], [`${name} `, "91350100m000100y43 "]],
    ["the same code once corrected", [name, codeB], [name, "915001127BPHCLEI2B"]],
    ["the same code under another name", [name, codeA], ["重庆云光技术有限公司", codeA]],
    ["the same name, both without a code", [name, ""], ["重庆 云光科技有限公司\u3000", "无"]],
    ["the same name, one with brackets of the other kind", ["云光(重庆)有限公司", ""], ["云光（重庆）有限公司", "/"]],
    ["the same name and two registration numbers", [name, "500112526316433"], [name, "500112526316434"]],
    ["the same name, the second without a code", [name, codeA], [name, ""]],
    ["the same name, the first without a code", [name, ""], [name, codeA]],
  ])("%s", (_what, first, second) => {
    const result = enterprises(header, first, second);
    expect(outcomes(result)).toEqual(["NEW", "DUPLICATE"]);
    expect(result.verdicts[1]).toMatchObject({ firstLine: 2, values: expect.anything() });
    expect(result.verdicts[1]?.notes[0]).toContain("与第 2 行是同一企业");
    expect(result.figures).toMatchObject({ rowsInFile: 2, createdActive: 1, duplicatesInFile: 1 });
  });

  test("but one name with two valid codes is two enterprises", () => {
    expect(outcomes(enterprises(header, [name, codeA], [name, codeB]))).toEqual(["NEW", "NEW"]);
  });

  test("and a refused first row makes no duplicate of the second", () => {
    expect(outcomes(enterprises(header, ["无", codeA], [name, codeA]))).toEqual(["REFUSED", "NEW"]);
  });

  test("a code that only the second row has is not lost", () => {
    const result = enterprises(header, [name, ""], [name, "915001127BPHCLEI2B"]);
    expect(result.verdicts[0]).toMatchObject({ values: { creditCode: codeB } });
    expect(result.figures).toMatchObject({ withoutCreditCode: 0, correctedCodes: 1 });
  });

  test("the difference between the two is told", () => {
    const { verdicts } = enterprises(header, [name, codeA, "13812341234"], [name, codeA, "13912341234"]);
    expect(verdicts[1]?.notes[0]).toContain("联系电话不同，以第 2 行为准");
  });

  test("settled and members are counted from the first row only", () => {
    const { figures } = enterprises(header, [name, codeA, "", "存续", "是", 3], [name, codeA, "", "存续", "是", 9]);
    expect(figures).toMatchObject({ settledActive: 1, membersDeclaredActive: 3 });
  });
});

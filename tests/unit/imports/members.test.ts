import { describe, expect, test } from "vitest";
import { idNumberCheckSign } from "@/lib/identifiers/id-number";
import type { Cell } from "@/lib/sheets/cell";
import { judgeMemberFile, memberRegister, membersAfter, sheet } from "./judge";

const header = [
  "姓名",
  "公民身份号码",
  "人员类别",
  "入党日期",
  "转正日期",
  "工作单位",
  "职务",
  "手机号码",
  "所在党支部",
];
const idA = "34052419800101001X";
const idB = "513101198201130014";
const employers = [
  { id: "e1", name: "重庆云光科技（重庆）有限公司", isClosed: false, code: "91350100M000100Y43" },
  { id: "e2", name: "重庆数谷科技有限公司", isClosed: true, code: null },
  { id: "e3", name: "重庆双名科技有限公司", isClosed: false, code: null },
  { id: "e4", name: "重庆双名科技有限公司", isClosed: false, code: null },
];
const register = memberRegister({ employers, branches: [{ id: "b1", name: "云光科技党支部" }] });
const judge = (...rows: Cell[][]) => judgeMemberFile([sheet([header, ...rows])], register);
const one = (...row: Cell[]) => {
  const verdict = judge(row).verdicts[0];
  if (!verdict) throw new Error("no data row");
  return verdict;
};

describe("a member's row is refused", () => {
  test.each<[string, Cell[], string]>([
    ["without a name", ["", idA, "正式党员"], "姓名"],
    ["with a number for a name", [12345, idA, "正式党员"], "不是姓名"],
    ["without an ID number", ["赵芳", "", "正式党员", "2010-01-01", "", "x"], "没有身份证号"],
    ["with an ID number whose check digit is wrong", ["赵芳", "340524198001010011"], "校验位"],
    ["with an old ID number", ["赵芳", "340524800101001"], "15 位"],
    ["with an ID number the spreadsheet has rounded", ["赵芳", 340524198001010000], "按数字保存"],
    [
      "with a birth date after today",
      ["赵芳", `34052420270101001${idNumberCheckSign("34052420270101001")}`],
      "出生日期",
    ],
    ["of somebody who is no member", ["赵芳", idA, "群众"], "群众"],
  ])("%s", (_what, row, reason) => {
    expect(one(...row)).toMatchObject({ outcome: "REFUSED", reasons: [expect.stringContaining(reason)], values: null });
  });

  test("and no reason repeats the ID number", () => {
    expect(JSON.stringify(one("赵芳", "340524198001010011").reasons)).not.toContain("340524198001010011");
  });
});

describe("the same person twice in a file counts once", () => {
  test.each(["34052419800101001x", "３４０５２４１９８００１０１００１Ｘ", " 340524198001 01001X"])(
    "as %j",
    (again) => {
      const { verdicts, figures } = judge(["赵芳", idA], ["赵 芳", again]);
      expect(verdicts[1]).toMatchObject({ outcome: "DUPLICATE", firstLine: 2 });
      expect(figures).toMatchObject({ rowsInFile: 2, created: 1, duplicatesInFile: 1 });
    },
  );

  test("under another name, with a warning", () => {
    expect(judge(["赵芳", idA], ["李四", idA]).verdicts[1]?.notes[0]).toContain("姓名不同");
  });

  test("two people of one name are two", () => {
    expect(judge(["赵芳", idA], ["赵芳", idB]).figures.created).toBe(2);
  });
});

describe("the employer a row names", () => {
  test.each([
    ["in another spelling", "重庆云光科技(重庆) 有限公司"],
    ["with a department behind", "重庆云光科技（重庆）有限公司技术部"],
  ])("is found %s", (_how, employer) => {
    expect(one("赵芳", idA, "", "", "", employer).values).toMatchObject({
      employerId: "e1",
      employerName: employers[0]?.name,
    });
  });

  test("gives the post where both stand in one cell", () => {
    const result = judgeMemberFile(
      [
        sheet([
          ["姓名", "身份证号", "工作单位及职务"],
          ["赵芳", idA, "重庆云光科技（重庆）有限公司 部门经理"],
        ]),
      ],
      register,
    );
    expect(result.verdicts[0]?.values).toMatchObject({ employerId: "e1", post: "部门经理" });
  });

  test("is found by its code, whatever its name", () => {
    const rows = [
      ["姓名", "身份证号", "单位信用代码", "工作单位"],
      ["赵芳", idA, "91350100m000100y43", "云光"],
    ];
    expect(judgeMemberFile([sheet(rows)], register).verdicts[0]?.values?.employerId).toBe("e1");
  });

  test.each(["重庆不存在的公司", "重庆双名科技有限公司", "重庆云光科技", ""])(
    "%j is not found: taken without, noted and counted",
    (employer) => {
      const { verdicts, figures } = judge(["赵芳", idA, "正式党员", "", "", employer, "经理"]);
      expect(verdicts[0]).toMatchObject({
        outcome: "NEW",
        values: { employerId: null },
        notes: [expect.stringContaining("工作单位")],
      });
      expect(figures).toMatchObject({ created: 1, unknownEnterprise: 1 });
    },
  );

  test("may be closed, which is noted", () => {
    expect(one("赵芳", idA, "正式党员", "", "", "重庆数谷科技有限公司")).toMatchObject({
      values: { employerId: "e2" },
      notes: [expect.stringContaining("已关闭")],
    });
  });
});

describe("the branch a row names", () => {
  test("is found by name; an unknown one is noted and the member taken without", () => {
    const at = (branch: string) => one("赵芳", idA, "正式党员", "", "", employers[0]?.name ?? "", "", "", branch);
    expect(at(" 云光科技 党支部")).toMatchObject({ values: { branchId: "b1" }, notes: [] });
    expect(at("没有的支部")).toMatchObject({
      outcome: "NEW",
      values: { branchId: null },
      notes: [expect.stringContaining("没有的支部")],
    });
  });
});

describe("stage and days", () => {
  test.each<[string, Cell[], string]>([
    ["the word of the file", ["预备党员", "2000-01-01", ""], "PROBATIONARY"],
    ["a day of becoming full", ["", "2026-01-01", "2026-11-01"], "FULL"],
    ["admitted less than a year ago", ["", "2026-01-01", ""], "PROBATIONARY"],
    ["admitted long ago", ["", "2010-01-01", ""], "FULL"],
    ["nothing said", ["", "", ""], "FULL"],
  ])("%s decides the stage", (_what, cells, stage) => {
    expect(one("赵芳", idA, ...cells).values?.stage).toBe(stage);
  });

  test("the day of becoming full is never derived", () => {
    expect(one("赵芳", idA, "正式党员", "2010-01-01", "").values).toMatchObject({
      joinedOn: "2010-01-01",
      becameFullOn: null,
    });
  });

  test("only a month, a day after today and an admission under age are noted, not refused", () => {
    expect(one("赵芳", idA, "正式党员", "2010年3月")).toMatchObject({ outcome: "NEW", values: { joinedOn: null } });
    expect(one("赵芳", idA, "正式党员", "2027-01-01")).toMatchObject({ outcome: "NEW", values: { joinedOn: null } });
    expect(one("赵芳", idA, "正式党员", "1995-01-01").notes).toContainEqual(expect.stringContaining("未满 18 岁"));
  });

  test("gender and birth come from the ID number, and a contradiction is noted", () => {
    const rows = [
      ["姓名", "身份证号", "性别", "出生日期"],
      ["赵芳", idA, "女", "1981-01-01"],
    ];
    const { verdicts } = judgeMemberFile([sheet(rows)], register);
    expect(verdicts[0]?.values).toMatchObject({ gender: "MALE", birthOn: "1980-01-01" });
    expect(verdicts[0]?.notes).toEqual(
      expect.arrayContaining([expect.stringContaining("性别"), expect.stringContaining("出生日期")]),
    );
  });

  test("a wrong telephone number is left out and noted", () => {
    expect(one("赵芳", idA, "正式党员", "", "", "", "", "138")).toMatchObject({
      values: { phone: null },
      notes: expect.arrayContaining(["手机号码有误，留空"]),
    });
  });
});

describe("against the register", () => {
  const row: Cell[] = [
    "赵芳",
    idA,
    "预备党员",
    "2026-01-01",
    "",
    employers[0]?.name ?? "",
    "工程师",
    "13812341234",
    "云光科技党支部",
  ];
  const known = membersAfter(judge(row).verdicts);
  const again = (...cells: Cell[]) =>
    judgeMemberFile(
      [sheet([header, cells])],
      memberRegister({ members: known, employers, branches: [{ id: "b1", name: "云光科技党支部" }] }),
    );

  test("the same row again changes nothing", () => {
    expect(again(...row).verdicts[0]).toMatchObject({ outcome: "UNCHANGED", changes: [], knownId: known[0]?.id });
  });

  test("empty cells erase nothing and the known employer still counts", () => {
    const { verdicts, figures } = again("赵芳", idA);
    expect(verdicts[0]?.outcome).toBe("UNCHANGED");
    expect(figures).toMatchObject({ created: 1, probationary: 1, unknownEnterprise: 0 });
  });

  test("a change shows the employer by name", () => {
    const changed = [...row];
    changed[2] = "正式党员";
    changed[5] = "重庆数谷科技有限公司";
    expect(again(...changed).verdicts[0]?.changes).toEqual([
      { field: "stage", old: "PROBATIONARY", new: "FULL" },
      { field: "employerId", old: employers[0]?.name, new: "重庆数谷科技有限公司" },
    ]);
  });

  test("an earlier stage than the known one is doubted", () => {
    expect(again("赵芳", idA, "积极分子").verdicts[0]?.notes).toContainEqual(expect.stringContaining("较旧"));
  });

  test("somebody who has left is not brought back by a file", () => {
    const left = known.map((member) => ({ ...member, hasLeft: true }));
    const { verdicts } = judgeMemberFile([sheet([header, row])], memberRegister({ members: left, employers }));
    expect(verdicts[0]?.notes).toContainEqual(expect.stringContaining("已离开"));
  });
});

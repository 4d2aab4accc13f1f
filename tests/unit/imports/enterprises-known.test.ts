import { describe, expect, test } from "vitest";
import type { Cell } from "@/lib/sheets/cell";
import { type enterprises, enterprisesAfter, judgeEnterpriseFile, knownEnterprise, sheet } from "./judge";

const header = ["企业名称", "统一社会信用代码", "联系电话", "登记状态", "是否入驻", "党员数"];
const codeA = "91350100M000100Y43";
const codeB = "915001127BPHCLE12B";
const codeC = "91500112YRNNMR0H1U";
const name = "重庆云光科技有限公司";

const outcomes = (result: ReturnType<typeof enterprises>) => result.verdicts.map(({ outcome }) => outcome);
const against = (known: ReturnType<typeof knownEnterprise>[], ...rows: Cell[][]) =>
  judgeEnterpriseFile([sheet([header, ...rows])], known);

describe("against the register", () => {
  test("nothing new is unchanged, and spelling alone is nothing new", () => {
    const known = knownEnterprise({ name: "云光（重庆）有限公司", creditCode: codeA, contactPhone: "13812341234" });
    const { verdicts } = against([known], ["云光(重庆) 有限公司", codeA, "138-1234-1234", "存续"]);
    expect(verdicts[0]).toMatchObject({ outcome: "UNCHANGED", knownId: known.id, changes: [] });
  });

  test("an empty cell never erases what is known", () => {
    const known = knownEnterprise({
      name,
      creditCode: codeA,
      contactPhone: "13812341234",
      declaredMemberCount: 3,
      category: "NEWS",
    });
    expect(against([known], [name, codeA, "", "", "", ""]).verdicts[0]).toMatchObject({ outcome: "UNCHANGED" });
    expect(against([known], [name, codeA, "无", "", "/", "-"]).verdicts[0]).toMatchObject({ outcome: "UNCHANGED" });
  });

  test("a change shows the old and the new value", () => {
    const known = knownEnterprise({ name, creditCode: codeA, contactPhone: "13812341234", declaredMemberCount: 3 });
    const { verdicts } = against([known], [name, codeA, "13912341234", "存续", "", 5]);
    expect(verdicts[0]).toMatchObject({
      outcome: "CHANGED",
      changes: [
        { field: "declaredMemberCount", old: 3, new: 5 },
        { field: "contactPhone", old: "13812341234", new: "13912341234" },
      ],
    });
  });

  test("a code that comes later is taken by the enterprise that waited for it, by one only", () => {
    const waiting = knownEnterprise({ name });
    const { verdicts } = against([waiting], [name, codeA], [name, codeB]);
    expect(verdicts[0]).toMatchObject({
      knownId: waiting.id,
      changes: [{ field: "creditCode", old: null, new: codeA }],
    });
    expect(verdicts[1]).toMatchObject({ outcome: "NEW", knownId: null });
  });

  test("a row without a code is the enterprise of its name, and keeps its code", () => {
    const known = knownEnterprise({ name, creditCode: codeA });
    expect(against([known], [name, ""]).verdicts[0]).toMatchObject({ outcome: "UNCHANGED", knownId: known.id });
  });

  test("a former name leads to the enterprise but does not rename it back", () => {
    const known = knownEnterprise({ name: "重庆新云光有限公司", creditCode: codeA }, [name]);
    const { verdicts } = against([known], [name, ""], [name, codeA]);
    expect(verdicts[0]).toMatchObject({
      outcome: "UNCHANGED",
      knownId: known.id,
      notes: expect.arrayContaining([expect.stringContaining("曾用名")]),
    });
    expect(verdicts[1]).toMatchObject({ outcome: "DUPLICATE" });
  });

  test("a new name under a known code is a renaming, and the former name is kept", () => {
    const known = knownEnterprise({ name, creditCode: codeA });
    const { verdicts } = against([known], ["重庆新云光有限公司", codeA]);
    expect(verdicts[0]).toMatchObject({
      outcome: "CHANGED",
      changes: [{ field: "name", old: name }],
      notes: [expect.stringContaining("曾用名")],
    });
  });

  test("another code under a known name is another enterprise, and the person is told", () => {
    const { verdicts } = against([knownEnterprise({ name, creditCode: codeA })], [name, codeC]);
    expect(verdicts[0]).toMatchObject({ outcome: "NEW", notes: [expect.stringContaining("同名企业")] });
  });

  test("closing is a change; closed by hand for a reason of its own is not changed by 注销; 存续 opens it again with a warning", () => {
    const open = knownEnterprise({ name, creditCode: codeA });
    expect(against([open], [name, codeA, "", "注销"]).verdicts[0]?.changes).toEqual([
      { field: "registration", old: "ACTIVE", new: "DEREGISTERED" },
    ]);
    const closed = knownEnterprise({ name, creditCode: codeA, registration: "CLOSED" });
    expect(against([closed], [name, codeA, "", "注销"]).verdicts[0]?.outcome).toBe("UNCHANGED");
    expect(against([closed], [name, codeA, "", ""]).verdicts[0]?.outcome).toBe("UNCHANGED");
    expect(against([closed], [name, codeA, "", "存续"]).verdicts[0]).toMatchObject({
      outcome: "CHANGED",
      notes: [expect.stringContaining("恢复")],
    });
  });

  test("入驻 without any park cannot be kept and is no change; in a park it is", () => {
    expect(
      against([knownEnterprise({ name, creditCode: codeA })], [name, codeA, "", "", "是"]).verdicts[0]?.outcome,
    ).toBe("UNCHANGED");
    const inPark = knownEnterprise({ name, creditCode: codeA, parkName: "仙桃", isSettled: false });
    expect(against([inPark], [name, codeA, "", "", "是"]).verdicts[0]?.changes).toEqual([
      { field: "isSettled", old: false, new: true },
    ]);
  });
});

test("what was imported and comes again changes nothing, whatever stood in the register before", () => {
  const rows: Cell[][] = [
    [name, ""],
    ["重庆新云光有限公司", codeA, "13812341234", "注销", "是", "约3人"],
    [name, codeB],
    ["重庆数谷科技有限公司", "500112526316433", "x", "怪状态", "√", "3-5"],
    ["重庆数谷科技 有限公司", "/", "13812341234", "存续", "否", 9],
    ["无", codeC],
  ];
  for (const known of [
    [],
    [knownEnterprise({ name })],
    [knownEnterprise({ name, creditCode: codeA })],
    [knownEnterprise({ name: "重庆数谷科技有限公司", creditCode: codeC })],
  ]) {
    const first = against(known, ...rows);
    const after = enterprisesAfter(known, first.verdicts);
    const second = against(after, ...rows);
    expect(outcomes(second).filter((outcome) => outcome === "NEW" || outcome === "CHANGED")).toEqual([]);
    expect(second.figures).toEqual(first.figures);
  }
});

import { describe, expect, test } from "vitest";
import { fieldLabel } from "@/lib/audit/field-labels";
import { maskFacts } from "@/lib/audit/mask";
import { changesOf, compareFacts, maskName, subjectNameFor } from "@/lib/audit/rules";
import { auditList, startOfDay, writeCursor } from "@/lib/audit/schema";

describe("what changed", () => {
  test("field by field, nested by path, in words", () => {
    const before = { name: "甲", isDemonstration: false, place: { park: "A" }, bodies: ["两新工委", "网信办"] };
    const after = { name: "乙", isDemonstration: true, place: { park: "A" }, closedOn: null };
    expect(changesOf("Branch", before, after)).toEqual([
      { field: "name", before: "甲", after: "乙", isChanged: true },
      { field: "isDemonstration", before: "否", after: "是", isChanged: true },
      { field: "place.park", before: "A", after: "A", isChanged: false },
      { field: "bodies", before: "两新工委、网信办", after: null, isChanged: true },
      { field: "closedOn", before: null, after: "（空）", isChanged: true },
    ]);
  });

  test.each([
    ["nothing", null, null, []],
    ["an empty list", null, { ids: [] }, [{ field: "ids", before: null, after: "（空）", isChanged: true }]],
    [
      "a list of records",
      { rows: [{ a: 1 }] },
      null,
      [{ field: "rows.0.a", before: "1", after: null, isChanged: true }],
    ],
  ])("%s", (_case, before, after, changes) => expect(changesOf("Park", before, after)).toEqual(changes));

  test("S30 of a member's file only which fields, never what they hold", () => {
    const changes = changesOf("Member", { name: "王小明", stage: "PROBATIONARY" }, { name: "王小明", stage: "FULL" });
    expect(changes.map(({ field, isChanged }) => [field, isChanged])).toEqual([
      ["name", false],
      ["stage", true],
    ]);
    expect(JSON.stringify(changes)).not.toMatch(/王小明|FULL/);
  });

  test("S30 of a meeting who led it, who was there and why not stays out; the record's own page has it", () => {
    const before = { topic: "学习", host: "王小明", attendance: { m1: "出席" } };
    const after = { topic: "交流", host: "李强", attendance: { m1: "请假：住院" } };
    const changes = changesOf("OrgLifeRecord", before, after);
    expect(changes.map(({ field, isChanged }) => [field, isChanged])).toEqual([
      ["topic", true],
      ["host", true],
      ["attendance.m1", true],
    ]);
    expect(JSON.stringify(changes)).not.toMatch(/王小明|李强|住院/);
    expect(JSON.stringify(compareFacts(before, after))).toMatch(/住院/);
  });

  test("what was typed into a search box stays out", () => {
    const [search, rowCount] = changesOf("member", null, { filters: { q: "王小明" }, rowCount: 3 });
    expect(search?.after).not.toContain("王小明");
    expect(rowCount?.after).toBe("3");
  });
});

test("a person's name is cut to its first character, a unit's is not", () => {
  expect(maskName("欧阳小明")).toBe("欧**");
  expect(subjectNameFor("Member", "王小明")).toBe("王**");
  expect(subjectNameFor("Enterprise", "云达科技有限公司")).toBe("云达科技有限公司");
  expect(subjectNameFor("Member", null)).toBeNull();
});

describe("S59 numbers and secrets never enter the trail", () => {
  const idNumber = "99999919900307877X";
  test.each([
    [{ idNumber }],
    [{ note: `证号${idNumber}有误` }],
    [{ phone: "19412345678" }],
    [{ rows: [{ contactPhone: "19412345678" }] }],
    [{ newPassword: "Lantern-2031-xi" }],
    [{ token: "abc" }],
    [{ idNumberHash: "abc" }],
  ])("%j", (facts) => {
    const kept = JSON.stringify(maskFacts(facts));
    for (const secret of [idNumber, "19412345678", "Lantern", "abc"]) expect(kept).not.toContain(secret);
  });

  test("a credit code of digits alone is no ID number", () => {
    const facts = { creditCode: "915001120123456789", name: "云达科技", count: 3, isOpen: true, closedOn: null };
    expect(maskFacts(facts)).toEqual(facts);
  });
});

describe("the trail's address", () => {
  const at = new Date("2026-11-23T08:00:00.123Z");
  const id = "01a207b7-ec33-744f-a5fd-90578d29ec4e";

  test("a cursor survives the address", () => {
    expect(auditList.parse({ before: writeCursor({ at, id }) }).before).toEqual({ at, id });
  });

  test.each(["", "x", "2026-11-23_1", `2026-13-45T99:00:00.000Z_${id}`, `${at.toISOString()}_${"-".repeat(36)}`])(
    "a wrong cursor %j starts at the newest",
    (before) => expect(auditList.parse({ before }).before).toBeUndefined(),
  );

  test("wrong filters are no filters", () => {
    const list = auditList.parse({ from: "2026-02-30", to: "x", group: "a'b", refused: "2", actor: ["a"] });
    expect(list).toEqual({ actor: "", subject: "" });
  });

  test("a day begins at midnight in Shanghai", () => {
    expect(startOfDay("2026-11-23").toISOString()).toBe("2026-11-22T16:00:00.000Z");
  });
});

test("a nested field is named part by part", () => {
  expect(fieldLabel("filters.from")).toBe("筛选条件 · 从");
  expect(fieldLabel("unknownField")).toBe("unknownField");
});

import { describe, expect, test } from "vitest";
import { readEnterprises } from "@/lib/imports/rules/enterprises/entry";
import { settlePlaces } from "@/lib/imports/rules/enterprises/places";
import { uploadKey } from "@/lib/imports/rules/upload-key";
import { writeValue } from "@/lib/imports/rules/written-value";
import type { Cell } from "@/lib/sheets/cell";
import { day, sheet, tableIn } from "./judge";

const parks = [{ id: "p1", name: "仙桃国际大数据谷（一期）", buildings: [{ id: "b1", name: "A1 栋" }] }];

function settled(cells: Cell[], parkName: string | null = null) {
  const { columns } = tableIn([sheet([["企业名称", "园区", "楼宇"], cells])], "ENTERPRISES");
  const [entry] = settlePlaces(readEnterprises([{ line: 2, cells }], columns, { day, parkName }), parks);
  if (!entry) throw new Error("no entry");
  return { ...entry, notes: entry.notes.filter((note) => !note.startsWith("信用代码")) };
}

describe("parks and buildings a row names", () => {
  test("are those of the register, however they are spelled, and take its spelling", () => {
    const { place, values, notes } = settled(["甲乙科技有限公司", "仙桃国际大数据谷(一期)", "a1栋"]);
    expect(place).toEqual({ parkId: "p1", buildingId: "b1" });
    expect([values.parkName, values.buildingName, notes]).toEqual(["仙桃国际大数据谷（一期）", "A1 栋", []]);
  });

  test("one that is not registered is left out with a note, and the other stays", () => {
    const { place, values, notes } = settled(["甲乙科技有限公司", null, "B9"], "仙桃国际大数据谷（一期）");
    expect([place, values.buildingName]).toEqual([{ parkId: "p1", buildingId: null }, null]);
    expect(notes).toEqual([expect.stringContaining("楼宇“B9”未在“仙桃国际大数据谷（一期）”登记")]);
  });

  test("a building without a registered park is none", () => {
    const { place, notes } = settled(["甲乙科技有限公司", "无名园", "A1栋"]);
    expect(place).toBeNull();
    expect(notes).toHaveLength(2);
  });
});

test("one upload has one key; another file, form or target has another", () => {
  const [form, target, bytes] = ["form", { kind: "MEMBERS" }, Buffer.from("1")];
  const key = uploadKey(form, target, bytes);
  expect(key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(uploadKey(form, target, bytes)).toBe(key);
  const others = [
    uploadKey("other", target, bytes),
    uploadKey(form, { kind: "ENTERPRISES" }, bytes),
    uploadKey(form, target, Buffer.from("2")),
  ];
  expect(new Set([key, ...others]).size).toBe(4);
});

test("values of a change are shown in words", () => {
  expect(writeValue("category", "NEWS")).toBe("新闻资讯");
  expect(writeValue("registration", "REVOKED")).toBe("吊销");
  expect([writeValue("isSettled", true), writeValue("name", null), writeValue("capitalWan", 0)]).toEqual([
    "是",
    "（空）",
    "0",
  ]);
});

import { describe, expect, test } from "vitest";
import { mayShareEnterprise, suggestedName } from "@/lib/branches/rules";

test("only single branches may share an enterprise", () => {
  expect(mayShareEnterprise("SINGLE", "SINGLE")).toBe(true);
  expect(mayShareEnterprise("SINGLE", "JOINT")).toBe(false);
  expect(mayShareEnterprise("BUILDING_JOINT", "SINGLE")).toBe(false);
  expect(mayShareEnterprise("JOINT", "BUILDING_JOINT")).toBe(false);
});

describe("a name to start from", () => {
  const at = (name: string, parkName: string | null, buildingName: string | null) => ({ name, parkName, buildingName });

  test.each([
    ["nothing chosen", [], ""],
    ["one enterprise", [at("云达科技", "数据谷", null)], "云达科技党支部"],
    ["one building", [at("甲", "数据谷", "A1栋"), at("乙", "数据谷", "A1栋")], "数据谷A1栋联合党支部"],
    ["one park", [at("甲", "数据谷", "A1栋"), at("乙", "数据谷", "A2栋")], "数据谷联合党支部"],
    ["no park", [at("甲", null, null), at("乙", null, null)], ""],
    ["two parks", [at("甲", "数据谷", null), at("乙", "孵化园", null)], ""],
  ])("%s", (_case, enterprises, expected) => {
    expect(suggestedName(enterprises)).toBe(expected);
  });
});

import { describe, expect, test } from "vitest";
import { spelledEnterprise } from "@/lib/enterprises/rules/spelling";
import { editedEnterprise, enterpriseList, newEnterprise, revealedContact } from "@/lib/enterprises/schema";

const committeeId = "01900000-0002-71a4-8423-1a43aadcdeae";
const parkId = "01900000-0001-76a6-875d-6a654c746074";
const buildingId = "01900000-0004-76a6-8d3f-6a65429453a8";
const typed = (fields: Record<string, unknown> = {}) => ({
  committeeId,
  name: "云达科技",
  category: "NEWS",
  ...fields,
});
const errorOf = (fields: Record<string, unknown>, field: string) =>
  newEnterprise.safeParse(typed(fields)).error?.issues.find(({ path }) => path[0] === field)?.message;

describe("a new enterprise", () => {
  test("needs a committee, a name and a category; the rest may stay empty", () => {
    expect(newEnterprise.parse(typed())).toMatchObject({ creditCode: null, contactPhone: null, place: null });
    expect(errorOf({ name: " " }, "name")).toBe("请填写企业名称。");
    expect(errorOf({ category: "BANK" }, "category")).toBe("请选择企业类别。");
  });

  test("takes a name as on the licence, a code and a number as people type them", () => {
    const parsed = newEnterprise.parse(
      typed({
        name: " 云达 科技(重庆)有限公司 ",
        creditCode: "９1350100ｍ000100y43",
        contactPhone: "+86 194-0000 1234",
      }),
    );
    expect(parsed).toMatchObject({
      name: "云达科技（重庆）有限公司",
      creditCode: "91350100M000100Y43",
      contactPhone: "19400001234",
    });
  });

  test("corrects O and I in a code that becomes valid, and refuses a wrong one in words", () => {
    expect(newEnterprise.parse(typed({ creditCode: "9135O1OOMOOO1OOY43" })).creditCode).toBe("91350100M000100Y43");
    expect(errorOf({ creditCode: "91350100M000100Y44" }, "creditCode")).toContain("校验位");
    expect(errorOf({ creditCode: "500112000123456" }, "creditCode")).toContain("15 位");
  });

  test("refuses what is no number of a phone", () => {
    expect(errorOf({ contactPhone: "12345" }, "contactPhone")).toContain("联系电话");
  });

  test("takes a park or a building in it, and asks since when", () => {
    expect(newEnterprise.parse(typed({ place: parkId, locatedOn: "2024-01-01" })).place).toEqual({
      parkId,
      buildingId: null,
    });
    expect(newEnterprise.parse(typed({ place: `${parkId}:${buildingId}`, locatedOn: "2024-01-01" })).place).toEqual({
      parkId,
      buildingId,
    });
    expect(errorOf({ place: parkId, locatedOn: "" }, "locatedOn")).toContain("哪一天");
    expect(errorOf({ place: `${parkId}:x` }, "place")).toContain("园区楼宇");
  });

  test("S25: keys that are not asked for are dropped", () => {
    const parsed = newEnterprise.parse(typed({ id: buildingId, version: 9, closedOn: "2020-01-01", sources: {} }));
    expect(parsed).not.toHaveProperty("id");
    expect(parsed).not.toHaveProperty("sources");
    expect(parsed).not.toHaveProperty("closedOn");
    expect(editedEnterprise.parse({ ...typed(), id: buildingId, version: 1 })).not.toHaveProperty("committeeId");
  });
});

test("a list's wrong parameters fall back instead of failing", () => {
  expect(enterpriseList.parse({ sort: "drop", park: "x", status: "?", stale: "yes", coverage: "all" })).toEqual({
    q: "",
    page: 1,
    sort: "name",
    status: "active",
  });
});

test("another purpose wants its words", () => {
  const asked = { id: parkId, purpose: "OTHER" };
  expect(revealedContact.safeParse(asked).success).toBe(false);
  expect(revealedContact.parse({ ...asked, detail: "回访" }).detail).toBe("回访");
  expect(revealedContact.parse({ ...asked, purpose: "VISIT" }).detail).toBeNull();
});

test("former names stay among the search keys", () => {
  const { searchKeys, nameKey } = spelledEnterprise("新光科技", ["云达（重庆）科技"]);
  expect(nameKey).toBe("新光科技");
  expect(searchKeys).toEqual(expect.arrayContaining(["新光", "云达", "~yd", "~xg"]));
  expect(new Set(searchKeys).size).toBe(searchKeys.length);
});

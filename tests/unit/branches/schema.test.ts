import { describe, expect, test } from "vitest";
import { branchList, dissolvedBranch, enterprisePick, newBranch, newJointBranch } from "@/lib/branches/schema";

const [one, two] = ["0191d1a0-0000-7000-8000-000000000001", "0191d1a0-0000-7000-8000-000000000002"];
const fields = { kind: "SINGLE", name: " 云达科技党支部 ", foundedOn: "2026-01-01", committeeId: one };
const errorsOf = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  result.error?.issues.map(({ path, message }) => [path[0], message]);

describe("a new branch", () => {
  test("boxes left empty are no, empty days and papers are null", () => {
    expect(newBranch.parse(fields)).toMatchObject({
      name: "云达科技党支部",
      isDemonstration: false,
      takesOver: false,
      joinsMembers: false,
      enterpriseIds: [],
      coveredFrom: null,
      termEndsOn: null,
      buildingId: null,
    });
  });

  test("a single branch of two enterprises is refused at the list of enterprises", () => {
    expect(errorsOf(newBranch.safeParse({ ...fields, enterpriseIds: [one, two] }))).toEqual([
      ["enterpriseIds", "单独支部只覆盖一家企业。请只保留一家，或把类型改为联合支部、楼宇联建支部。"],
    ]);
    expect(newBranch.safeParse({ ...fields, kind: "JOINT", enterpriseIds: [one, two] }).success).toBe(true);
  });

  test("a day that does not exist is refused", () => {
    expect(errorsOf(newBranch.safeParse({ ...fields, foundedOn: "2026-02-30" }))?.[0]?.[0]).toBe("foundedOn");
  });
});

describe("a joint branch from a proposal", () => {
  const joint = { name: "联合党支部", committeeId: one, foundedOn: "2026-01-01" };

  test.each([
    [1, false],
    [2, true],
    [5, true],
    [6, false],
  ])("%i enterprises", (count, isFit) => {
    const enterpriseIds = Array.from({ length: count }, (_, index) => `0191d1a0-0000-7000-8000-00000000000${index}`);
    expect(newJointBranch.safeParse({ ...joint, enterpriseIds }).success).toBe(isFit);
  });

  test("nobody ticked means nobody, not everybody", () => {
    expect(newJointBranch.parse({ ...joint, enterpriseIds: [one, two] }).memberIds).toEqual([]);
  });
});

test("a dissolution needs a reason and may do without a successor", () => {
  const given = { id: one, version: "3", dissolvedOn: "2026-01-01", reason: "合并", successorId: "" };
  expect(dissolvedBranch.parse(given)).toMatchObject({ version: 3, successorId: null, movesEnterprises: false });
  expect(errorsOf(dissolvedBranch.safeParse({ ...given, reason: "  " }))).toEqual([["reason", "请填写撤销原因。"]]);
});

test("the chosen enterprises come repeated or with commas; anything else is dropped", () => {
  expect(enterprisePick.parse({ enterprises: `${one},${two},x` }).enterprises).toEqual([one, two]);
  expect(enterprisePick.parse({ enterprises: [one, two, one] }).enterprises).toEqual([one, two]);
  expect(enterprisePick.parse({ enterprises: { a: 1 } }).enterprises).toEqual([]);
  expect(enterprisePick.parse({})).toEqual({ q: "", enterprises: [] });
});

test("a list address with nonsense falls back to the whole list", () => {
  const nonsense = { sort: "name;drop", kind: "X", park: "1", term: "soon", page: "-4", dissolved: "yes" };
  expect(branchList.parse(nonsense)).toEqual({ q: "", page: 1, sort: "name" });
});

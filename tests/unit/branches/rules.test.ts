import { describe, expect, test } from "vitest";
import type { OfficerPost } from "@/generated/prisma/enums";
import {
  branchAdvice,
  electionDueUntil,
  holdsOn,
  mayShareEnterprise,
  officerAdvice,
  sizeAdvice,
  suggestedName,
  termAdvice,
  termEnd,
  termState,
  unitAdvice,
} from "@/lib/branches/rules";

const rulesOf = (advice: { rule: string }[]) => advice.map(({ rule }) => rule);
const officers = (...posts: OfficerPost[]) => posts.map((post, index) => ({ memberId: `m${index}`, post }));
const fullCommittee = officers("SECRETARY", "ORGANIZATION", "PUBLICITY", "DISCIPLINE");

describe("size: 3 or more full members, generally at most 50 members", () => {
  test.each([
    [0, 0, ["branchTooSmall"]],
    [2, 2, ["branchTooSmall"]],
    [2, 51, ["branchTooSmall"]],
    [3, 3, []],
    [3, 50, []],
    [50, 50, []],
    [50, 51, ["branchTooLarge"]],
    [51, 51, ["branchTooLarge"]],
  ])("%i full members of %i", (fullCount, memberCount, expected) => {
    expect(rulesOf(sizeAdvice(fullCount, memberCount))).toEqual(expected);
  });

  test("every hint names its source", () => {
    expect(sizeAdvice(2, 2)[0]?.source).toContain("支部工作条例（试行）》第二章");
  });
});

describe("joint branch: units of fewer than 3 full members, generally at most 5 units", () => {
  const units = (...fullCounts: number[]) => fullCounts.map((fullCount, index) => ({ name: `甲${index}`, fullCount }));

  test.each([
    ["five small units", units(1, 1, 2, 2, 0), []],
    ["six small units", units(1, 1, 2, 2, 0, 1), ["tooManyUnits"]],
    ["a unit of two", units(2, 1), []],
    ["a unit of three", units(3, 1), ["unitFitForOwnBranch"]],
    ["both at once", units(3, 1, 1, 1, 1, 4), ["unitFitForOwnBranch", "unitFitForOwnBranch", "tooManyUnits"]],
  ])("%s", (_case, given, expected) => {
    expect(rulesOf(unitAdvice("JOINT", given))).toEqual(expected);
    expect(rulesOf(unitAdvice("BUILDING_JOINT", given))).toEqual(expected);
  });

  test("says which unit can found its own branch", () => {
    expect(unitAdvice("JOINT", [{ name: "云达科技", fullCount: 3 }])[0]?.text).toBe(
      "“云达科技”有正式党员 3 名，由联合支部覆盖，已具备单建条件。",
    );
  });

  test("does not apply to a single branch", () => {
    expect(unitAdvice("SINGLE", units(9))).toEqual([]);
  });
});

describe("branch committee: from 7 full members; with fewer a secretary", () => {
  test.each([
    [6, officers("SECRETARY"), []],
    [6, [], ["secretaryMissing"]],
    [6, officers("DEPUTY_SECRETARY"), ["secretaryMissing"]],
    [7, officers("SECRETARY"), ["committeeIncomplete"]],
    [7, fullCommittee, []],
    [7, [], ["committeeIncomplete"]],
  ])("%i full members", (fullCount, held, expected) => {
    expect(rulesOf(officerAdvice(fullCount, held))).toEqual(expected);
  });

  test("names the posts that are missing", () => {
    expect(officerAdvice(7, officers("SECRETARY", "PUBLICITY"))[0]?.text).toBe(
      "正式党员 7 名，应设支部委员会；现缺组织委员、纪检委员。",
    );
  });

  test("counts people, not posts: 3 to 7", () => {
    const posts: OfficerPost[] = ["SECRETARY", "ORGANIZATION", "PUBLICITY", "DISCIPLINE"];
    const held = (people: number) => posts.map((post, index) => ({ memberId: `m${index % people}`, post }));
    expect(rulesOf(officerAdvice(9, held(2)))).toEqual(["committeeSize"]);
    expect(officerAdvice(9, held(3))).toEqual([]);
    const more = (people: number) =>
      Array.from({ length: people }, (_, index) => ({ memberId: `m${index}`, post: posts[index % 4] as OfficerPost }));
    expect(officerAdvice(9, more(7))).toEqual([]);
    expect(rulesOf(officerAdvice(9, more(8)))).toEqual(["committeeSize"]);
  });
});

describe("term: three years, the election announced six months before", () => {
  test("three years to the day; the month's last day where there is no such day", () => {
    expect(termEnd("2026-11-23")).toBe("2029-11-23");
    expect(termEnd("2024-02-29")).toBe("2027-02-28");
  });

  test.each([
    [null, "NONE"],
    ["2026-11-22", "OVERDUE"],
    ["2026-11-23", "OVERDUE"],
    ["2026-11-24", "DUE_SOON"],
    ["2027-05-23", "DUE_SOON"],
    ["2027-05-24", "RUNNING"],
  ])("a term that ends before %s is %s on 2026-11-23", (endsOn, state) => {
    expect(termState(endsOn, "2026-11-23")).toBe(state);
  });

  test("the reminder reaches six calendar months ahead", () => {
    expect(electionDueUntil("2026-08-31")).toBe("2027-02-28");
  });

  test.each([
    ["none recorded", null, ["termMissing"], "登记本届任期"],
    ["running", { startsOn: "2025-01-01", endsOn: "2028-01-01" }, [], ""],
    ["ends within six months", { startsOn: "2024-03-01", endsOn: "2027-03-01" }, ["termElection"], "2027年3月1日届满"],
    ["overdue", { startsOn: "2022-12-01", endsOn: "2025-12-01" }, ["termOverdue"], "一般不超过 1 年"],
    ["overdue a year to the day", { startsOn: "2022-11-23", endsOn: "2025-11-23" }, ["termOverdue"], "一般不超过 1 年"],
    ["overdue more than a year", { startsOn: "2022-11-22", endsOn: "2025-11-22" }, ["termOverdue"], "延期已超过 1 年"],
    ["four years long", { startsOn: "2025-01-01", endsOn: "2029-01-01" }, [], ""],
    ["longer than four", { startsOn: "2025-01-01", endsOn: "2029-01-02" }, ["termUnusual"], "请核对"],
    ["shorter than two", { startsOn: "2026-01-01", endsOn: "2027-12-31" }, ["termUnusual"], "请核对"],
  ])("%s", (_case, last, expected, words) => {
    const advice = termAdvice(last, "2026-11-23");
    expect(rulesOf(advice)).toEqual(expected);
    expect(advice[0]?.text ?? "").toContain(words);
  });
});

test("only single branches may share an enterprise", () => {
  expect(mayShareEnterprise("SINGLE", "SINGLE")).toBe(true);
  expect(mayShareEnterprise("SINGLE", "JOINT")).toBe(false);
  expect(mayShareEnterprise("BUILDING_JOINT", "SINGLE")).toBe(false);
  expect(mayShareEnterprise("JOINT", "BUILDING_JOINT")).toBe(false);
});

test("a fact holds from its first day until the day before its end", () => {
  const fact = { validFrom: "2026-01-01", validTo: "2026-02-01" };
  expect(["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map((day) => holdsOn(day, fact))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(holdsOn("2099-01-01", { validFrom: "2026-01-01", validTo: null })).toBe(true);
});

describe("advice on a branch's file", () => {
  const past = { validFrom: "2020-01-01", validTo: "2026-01-01" };
  const now = { validFrom: "2026-01-01", validTo: null };
  const file = {
    kind: "JOINT" as const,
    dissolvedOn: null,
    figures: { fullCount: 4, memberCount: 4 },
    coverages: [
      { ...past, enterprise: { name: "旧" }, fullCount: 9 },
      { ...now, enterprise: { name: "新" }, fullCount: 3 },
    ],
    officers: [{ ...past, memberId: "m", post: "SECRETARY" as const }],
    terms: [{ startsOn: "2026-01-01", endsOn: "2029-01-01" }],
  };

  test("looks at what holds on the day only", () => {
    const advice = branchAdvice(file, "2026-11-23");
    expect(rulesOf(advice)).toEqual(["secretaryMissing", "unitFitForOwnBranch"]);
    expect(advice[1]?.text).toContain("新");
  });

  test("says nothing about a dissolved branch", () => {
    expect(branchAdvice({ ...file, dissolvedOn: "2026-06-01" }, "2026-11-23")).toEqual([]);
  });
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

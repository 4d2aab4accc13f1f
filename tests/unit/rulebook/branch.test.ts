import { describe, expect, test } from "vitest";
import type { OfficerPost } from "@/generated/prisma/enums";
import { fullCountOn, memberCountOn } from "@/lib/rulebook/rules/size";
import {
  always,
  branchFile,
  fullCommittee,
  judge,
  members,
  officers,
  outcomesOf,
} from "@/tests/unit/rulebook/branch-file";

const day = "2026-11-23";

describe("branchSize: 3 or more full members, generally at most 50 members", () => {
  test.each([
    [0, 0, "BREACHED"],
    [2, 2, "BREACHED"],
    [2, 51, "BREACHED"],
    [3, 3, "FULFILLED"],
    [3, 50, "FULFILLED"],
    [50, 50, "FULFILLED"],
    [50, 51, "DUE"],
    [51, 51, "DUE"],
  ])("%i full members of %i: %s", (fullCount, memberCount, expected) => {
    const memberships = members(fullCount, memberCount - fullCount);
    expect(outcomesOf("branchSize", { memberships }, day)).toEqual([expected]);
  });

  test("counts who belongs to the branch on the day, and is full by then", () => {
    const memberships = [
      { ...always, fullFrom: "2026-11-23" },
      { ...always, fullFrom: "2026-11-24" },
      { validFrom: "2026-11-24", validTo: null, fullFrom: "2020-01-01" },
      { validFrom: "2020-01-01", validTo: "2026-11-23", fullFrom: "2020-01-01" },
    ];
    expect([fullCountOn(memberships, day), memberCountOn(memberships, day)]).toEqual([1, 2]);
  });
});

describe("organizationSize: about 50 and 100 members, advice only", () => {
  test.each([
    [49, "NOT_APPLICABLE", "未达 50 名"],
    [50, "DUE", "党总支"],
    [99, "DUE", "党总支"],
    [100, "DUE", "基层委员会"],
  ])("%i members: %s", (count, outcome, words) => {
    const [judgement] = judge("organizationSize", { memberships: members(count) }, day);
    expect(judgement?.outcome).toBe(outcome);
    expect(judgement?.text).toContain(words);
  });
});

describe("jointBranch: units of fewer than 3 full members, generally at most 5 units", () => {
  const units = (...fullCounts: number[]) => fullCounts.map((fullCount, index) => ({ name: `甲${index}`, fullCount }));

  test.each([
    ["five small units", units(1, 1, 2, 2, 0), ["FULFILLED"], "不足 3 名"],
    ["six small units", units(1, 1, 2, 2, 0, 1), ["DUE"], "超过 5 家"],
    ["a unit of two", units(2, 1), ["FULFILLED"], "不足 3 名"],
    ["a unit of three", units(3, 1), ["DUE"], "“甲0”有正式党员 3 名，由联合支部覆盖，已具备单建条件。"],
    ["both at once", units(3, 1, 1, 1, 1, 4), ["DUE", "DUE", "DUE"], "甲0"],
  ])("%s", (_case, given, expected, words) => {
    for (const kind of ["JOINT", "BUILDING_JOINT"] as const) {
      const judgements = judge("jointBranch", { kind, units: given }, day);
      expect(judgements.map(({ outcome }) => outcome)).toEqual(expected);
      expect(judgements[0]?.text).toContain(words);
    }
  });

  test("does not apply to a single branch", () => {
    expect(outcomesOf("jointBranch", { kind: "SINGLE", units: units(9) }, day)).toEqual(["NOT_APPLICABLE"]);
  });
});

describe("branchCommittee: from 7 full members; with fewer a secretary", () => {
  test.each([
    [6, officers("SECRETARY"), "FULFILLED"],
    [6, officers("SECRETARY", "DEPUTY_SECRETARY"), "FULFILLED"],
    [6, [], "BREACHED"],
    [6, officers("DEPUTY_SECRETARY"), "BREACHED"],
    [7, officers("SECRETARY"), "BREACHED"],
    [7, fullCommittee, "FULFILLED"],
    [7, [], "BREACHED"],
  ])("%i full members", (fullCount, held, expected) => {
    expect(outcomesOf("branchCommittee", { memberships: members(fullCount), officers: held }, day)).toEqual([expected]);
  });

  test("members on probation do not make it seven", () => {
    const held = officers("SECRETARY");
    expect(outcomesOf("branchCommittee", { memberships: members(6, 5), officers: held }, day)).toEqual(["FULFILLED"]);
  });

  test("names the posts that are missing", () => {
    const held = officers("SECRETARY", "PUBLICITY");
    expect(judge("branchCommittee", { memberships: members(7), officers: held }, day)[0]?.text).toBe(
      "正式党员 7 名，应设支部委员会；现缺组织委员、纪检委员。",
    );
  });

  test("counts people, not posts: 3 to 7", () => {
    const posts: OfficerPost[] = ["SECRETARY", "ORGANIZATION", "PUBLICITY", "DISCIPLINE"];
    const shared = (people: number) =>
      posts.map((post, index) => ({ ...always, memberId: `m${index % people}`, post }));
    const many = (people: number) =>
      Array.from({ length: people }, (_, index) => ({
        ...always,
        memberId: `m${index}`,
        post: posts[index % 4] as OfficerPost,
      }));
    const outcome = (held: typeof fullCommittee) =>
      outcomesOf("branchCommittee", { memberships: members(9), officers: held }, day)[0];
    expect([shared(2), shared(3), many(5), many(7), many(8)].map(outcome)).toEqual([
      "BREACHED",
      "FULFILLED",
      "FULFILLED",
      "FULFILLED",
      "BREACHED",
    ]);
  });

  test("a post that has ended is not held", () => {
    const ended = fullCommittee.map((officer) => ({ ...officer, validTo: day }));
    expect(outcomesOf("branchCommittee", branchFile({ officers: ended }), day)).toEqual(["BREACHED"]);
  });
});

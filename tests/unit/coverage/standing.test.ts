import { describe, expect, test } from "vitest";
import {
  explainCoverage,
  isBranchDue,
  isOrganized,
  isWorked,
  rateOf,
  type Standing,
  writeRate,
} from "@/lib/coverage/rules/standing";

const standing = (facts: Partial<Standing>): Standing => ({
  isSettled: true,
  memberCount: facts.fullMemberCount ?? 0,
  fullMemberCount: 0,
  hasSingleBranch: false,
  hasJointBranch: false,
  hasInstructor: false,
  ...facts,
});

describe("how an enterprise counts", () => {
  test.each([
    ["nothing", {}, { organized: false, worked: false, due: false }],
    ["an instructor only", { hasInstructor: true }, { organized: false, worked: true, due: false }],
    ["a single branch", { hasSingleBranch: true, fullMemberCount: 3 }, { organized: true, worked: true, due: false }],
    ["a joint branch", { hasJointBranch: true, fullMemberCount: 2 }, { organized: true, worked: true, due: false }],
    ["two full members, no branch", { fullMemberCount: 2 }, { organized: false, worked: false, due: false }],
    ["three full members, no branch", { fullMemberCount: 3 }, { organized: false, worked: false, due: true }],
    [
      "three in a joint branch",
      { fullMemberCount: 3, hasJointBranch: true },
      { organized: true, worked: true, due: true },
    ],
    ["three on probation do not make a branch", { memberCount: 3 }, { organized: false, worked: false, due: false }],
  ])("%s", (_name, facts, expected) => {
    const it = standing(facts);
    expect({ organized: isOrganized(it), worked: isWorked(it), due: isBranchDue(it) }).toEqual(expected);
  });
});

describe("the sentence says why, and what next", () => {
  test.each([
    [{ hasSingleBranch: true, fullMemberCount: 5 }, "由单独支部覆盖，有正式党员 5 名。"],
    [{ hasJointBranch: true, fullMemberCount: 2 }, "由联合支部覆盖，有正式党员 2 名。"],
    [{ hasJointBranch: true, fullMemberCount: 3 }, "由联合支部覆盖，有正式党员 3 名，已具备单建条件。"],
    [{ fullMemberCount: 3 }, "未建支部，有正式党员 3 名，应建未建；尚无党建指导员联系。"],
    [
      { fullMemberCount: 1, hasInstructor: true },
      "未建支部，有正式党员 1 名，可与邻近企业联合组建；有党建指导员联系，计入工作覆盖。",
    ],
    [{ memberCount: 1 }, "未建支部，只有预备党员 1 名；尚无党建指导员联系。"],
    [{}, "未建支部，名册中没有党员；尚无党建指导员联系。"],
  ])("%o", (facts, sentence) => {
    expect(explainCoverage(standing(facts))).toBe(sentence);
  });
});

test.each([
  [0, 0, null, "—"],
  [0, 5, 0, "0.0%"],
  [1, 3, 33.3, "33.3%"],
  [2, 3, 66.7, "66.7%"],
  [5, 5, 100, "100.0%"],
])("%i of %i", (part, whole, rate, words) => {
  expect(rateOf(part, whole)).toBe(rate);
  expect(writeRate(part, whole)).toBe(words);
});

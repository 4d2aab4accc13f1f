import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, proposeJointBranches } from "@/lib/coverage/rules/proposals";

const counter = { made: 0 };
const candidate = (facts: Partial<Candidate>): Candidate => ({
  id: `e${++counter.made}`,
  committeeId: "c1",
  name: `企业${counter.made}`,
  category: "CONTENT",
  parkId: "p1",
  parkName: "云谷",
  buildingId: "b1",
  buildingName: "A1栋",
  fullMemberCount: 1,
  ...facts,
});

const groups = (candidates: Candidate[]) =>
  proposeJointBranches(candidates).map(({ enterprises }) => enterprises.length);

describe("joint branches that could be founded", () => {
  test("two full members together are too few", () => {
    expect(groups([candidate({}), candidate({})])).toEqual([]);
  });

  test("three full members in one building are a group, with its reason", () => {
    const [proposal] = proposeJointBranches([candidate({ fullMemberCount: 2 }), candidate({})]);
    expect(proposal?.fullMemberCount).toBe(3);
    expect(proposal?.reason).toContain("同在云谷A1栋，类别相同");
    expect(proposal?.reason).toContain("合计 3 名");
  });

  test("the same building comes before the same park", () => {
    const near = [candidate({ fullMemberCount: 2 }), candidate({})];
    const far = candidate({ buildingId: "b2", fullMemberCount: 2 });
    const [proposal, ...rest] = proposeJointBranches([...near, far]);
    expect(proposal?.enterprises.map(({ id }) => id).toSorted()).toEqual(near.map(({ id }) => id).toSorted());
    expect(rest).toEqual([]);
  });

  test("what is left over in different buildings of one park still comes together", () => {
    const [proposal] = proposeJointBranches([candidate({ fullMemberCount: 2 }), candidate({ buildingId: "b2" })]);
    expect(proposal?.reason).toContain("楼宇不同");
  });

  test("the same category comes first, mixed ones after", () => {
    const alike = [candidate({ fullMemberCount: 2 }), candidate({ fullMemberCount: 2 })];
    const other = candidate({ category: "NEWS", fullMemberCount: 2 });
    expect(proposeJointBranches([other, ...alike])[0]?.enterprises).toEqual(alike);
  });

  test("enterprises of different parks, of different committees or of no park are not neighbours", () => {
    expect(
      groups([candidate({ fullMemberCount: 2 }), candidate({ parkId: "p2", buildingId: "b9", fullMemberCount: 2 })]),
    ).toEqual([]);
    expect(groups([candidate({ fullMemberCount: 2 }), candidate({ committeeId: "c2", fullMemberCount: 2 })])).toEqual(
      [],
    );
    const nowhere = { parkId: null, buildingId: null, fullMemberCount: 2 };
    expect(groups([candidate(nowhere), candidate(nowhere)])).toEqual([]);
  });

  test("any set: at most five units, at least three full members, nobody twice, nobody with three", () => {
    const anyCandidate = fc.record({
      place: fc.constantFrom(
        { parkId: "p1", buildingId: "b1" },
        { parkId: "p1", buildingId: "b2" },
        { parkId: "p2", buildingId: "b3" },
        { parkId: "p2", buildingId: null },
        { parkId: null, buildingId: null },
      ),
      category: fc.constantFrom("NEWS", "CONTENT"),
      fullMemberCount: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(anyCandidate, { maxLength: 60 }), (facts) => {
        const proposals = proposeJointBranches(facts.map(({ place, ...rest }) => candidate({ ...place, ...rest })));
        const all = proposals.flatMap(({ enterprises }) => enterprises);
        expect(new Set(all).size).toBe(all.length);
        for (const { enterprises } of proposals) {
          expect(enterprises.length).toBeLessThanOrEqual(5);
          expect(enterprises.reduce((sum, one) => sum + one.fullMemberCount, 0)).toBeGreaterThanOrEqual(3);
          expect(enterprises.every(({ fullMemberCount }) => fullMemberCount === 1 || fullMemberCount === 2)).toBe(true);
          expect(new Set(enterprises.map(({ parkId }) => parkId)).size).toBe(1);
        }
      }),
    );
  });
});

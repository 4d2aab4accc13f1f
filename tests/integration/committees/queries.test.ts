import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { closeCommittee } from "@/lib/committees/commands/close-committee";
import { exportCommittees, findCommittee, listCommittees } from "@/lib/committees/queries";
import { committeeList } from "@/lib/committees/schema";
import { cityWithDistrict, rowOf } from "@/tests/integration/committees/cast";
import { branch, enterprise, member } from "@/tests/support/factories/registers";

let city: string;
let district: string;
let cityStaff: Actor;
let districtStaff: Actor;
let outsiders: Actor[];

beforeEach(async () => {
  ({ city, district, cityStaff, districtStaff, outsiders } = await cityWithDistrict());
});

describe("what is read", () => {
  test("the tree with what is registered under each, and nothing outside the scope", async () => {
    await branch({ committeeId: district });
    await enterprise({ committeeId: district });
    await enterprise({ committeeId: district, closedOn: "2026-01-01" });
    await member({ committeeId: district });
    const { rows, total } = await listCommittees(cityStaff, committeeList.parse({}));
    expect(total).toBe(2);
    expect(
      rows.map(({ id, depth, branchCount, enterpriseCount, memberCount }) => [
        id,
        depth,
        branchCount,
        enterpriseCount,
        memberCount,
      ]),
    ).toEqual([
      [city, 0, 0, 0, 0],
      [district, 1, 1, 1, 1],
    ]);
    expect((await listCommittees(districtStaff, committeeList.parse({}))).rows.map(({ depth }) => depth)).toEqual([0]);
    const { code } = await rowOf(district);
    expect((await exportCommittees(cityStaff, committeeList.parse({ q: code }))).map(({ id }) => id)).toEqual([
      district,
    ]);
    for (const actor of outsiders) {
      expect((await listCommittees(actor, committeeList.parse({}))).total).toBe(0);
      expect(await findCommittee(actor, district)).toBeNull();
    }
    expect(await findCommittee(districtStaff, city)).toBeNull();
    expect(await findCommittee(cityStaff, "x")).toBeNull();
  });

  test("what may be done", async () => {
    expect((await findCommittee(cityStaff, district))?.can).toEqual({ edit: true, correct: true, close: true });
    expect((await findCommittee(districtStaff, district))?.can).toEqual({ edit: true, correct: true, close: false });
    await closeCommittee(cityStaff, {
      id: district,
      version: 1,
      closedOn: "2026-06-30",
      reason: "x",
      successorId: null,
    });
    expect((await findCommittee(cityStaff, district))?.can).toEqual({ edit: false, correct: true, close: false });
    expect((await listCommittees(cityStaff, committeeList.parse({}))).total).toBe(1);
    expect((await listCommittees(cityStaff, committeeList.parse({ closed: "1" }))).total).toBe(2);
  });
});

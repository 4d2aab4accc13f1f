import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/calendar";
import { correctCommitteeName, renameCommittee } from "@/lib/committees/commands/change-names";
import { StaleError } from "@/lib/errors";
import { cityWithDistrict, namesOf, naming, rowOf, trailOf } from "@/tests/integration/committees/cast";
import { freshName } from "@/tests/support/fresh";

let city: string;
let district: string;
let cityStaff: Actor;
let districtStaff: Actor;
let outsiders: Actor[];

beforeEach(async () => {
  ({ city, district, cityStaff, districtStaff, outsiders } = await cityWithDistrict());
});

describe("renameCommittee", () => {
  const renamed = (validFrom: string, version = 1) => ({ ...naming(), id: district, version, validFrom });

  test("the new name holds from its day on, the old one before it, and lists show the new one", async () => {
    const before = await rowOf(district);
    const input = renamed("2025-11-28");
    await renameCommittee(districtStaff, input);
    expect(await namesOf(district)).toMatchObject([
      { name: before.name, districtName: "渝北区", validFrom: "2018-01-01", validTo: "2025-11-28" },
      { ...naming(input.name), validFrom: "2025-11-28", validTo: null },
    ]);
    const after = await rowOf(district);
    expect(after).toMatchObject({ name: input.name, version: 2 });
    expect(after.nameSort).toContain(input.name);
    expect(await trailOf(district)).toMatchObject([
      { action: "committee.rename", before: { name: before.name }, after: { name: input.name } },
    ]);
  });

  test("refuses a day not after the last change, a day ahead, and a form opened before another save", async () => {
    await renameCommittee(districtStaff, renamed("2025-11-28"));
    for (const day of ["2025-11-28", "2020-01-01"]) {
      await expect(renameCommittee(districtStaff, renamed(day, 2))).rejects.toMatchObject({ refusal: "CONFLICT" });
    }
    const ahead = renameCommittee(districtStaff, renamed(addDays(districtStaff.day, 1), 2));
    await expect(ahead).rejects.toMatchObject({ refusal: "CONFLICT" });
    await expect(renameCommittee(districtStaff, renamed("2026-01-01", 1))).rejects.toBeInstanceOf(StaleError);
    expect(await namesOf(district)).toHaveLength(2);
  });

  test("refuses everybody outside, and the district staff the city", async () => {
    for (const actor of outsiders) {
      await expect(renameCommittee(actor, renamed("2025-11-28"))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const above = renameCommittee(districtStaff, { ...renamed("2025-11-28"), id: city });
    await expect(above).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    await renameCommittee(cityStaff, renamed("2025-11-28"));
  });
});

describe("correctCommitteeName", () => {
  const two = async () => {
    await renameCommittee(districtStaff, { ...naming(), id: district, version: 1, validFrom: "2025-11-28" });
    const [first, second] = await namesOf(district);
    return { first: first?.id ?? "", second: second?.id ?? "" };
  };
  const corrected = (id: string, validFrom: string, name = freshName("党委")) => ({
    ...naming(name),
    id,
    version: 2,
    validFrom,
    reason: "录入有误",
  });

  test.each(["2025-11-25", "2025-12-05"])(
    "moves the day to %s without gap or overlap, and mends the words",
    async (day) => {
      const { second } = await two();
      const input = corrected(second, day);
      await correctCommitteeName(districtStaff, input);
      expect(await namesOf(district)).toMatchObject([
        { validFrom: "2018-01-01", validTo: day },
        { name: input.name, validFrom: day, validTo: null },
      ]);
      expect(await rowOf(district)).toMatchObject({ name: input.name, version: 3 });
      expect((await trailOf(district)).at(-1)).toMatchObject({ action: "committee.correct", reason: "录入有误" });
    },
  );

  test("of a former name leaves the present one alone", async () => {
    const { first } = await two();
    const { name } = await rowOf(district);
    await correctCommitteeName(districtStaff, corrected(first, "2019-05-01", "江北区互联网行业党委"));
    expect(await rowOf(district)).toMatchObject({ name });
    expect(await namesOf(district)).toMatchObject([
      { name: "江北区互联网行业党委", validFrom: "2019-05-01", validTo: "2025-11-28" },
      { name, validFrom: "2025-11-28" },
    ]);
  });

  test("refuses days outside its neighbours, a stale form and everybody outside", async () => {
    const { first, second } = await two();
    for (const [id, day] of [
      [second, "2018-01-01"],
      [first, "2025-11-28"],
      [second, addDays(districtStaff.day, 1)],
    ] as const) {
      await expect(correctCommitteeName(districtStaff, corrected(id, day))).rejects.toMatchObject({
        refusal: "CONFLICT",
      });
    }
    const stale = correctCommitteeName(districtStaff, { ...corrected(second, "2025-11-28"), version: 1 });
    await expect(stale).rejects.toBeInstanceOf(StaleError);
    for (const actor of outsiders) {
      const act = correctCommitteeName(actor, corrected(second, "2025-11-28"));
      await expect(act).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { joinAssociation, leaveAssociation, removeAssociation } from "@/lib/enterprises/commands/association";
import { addScaleYear, removeScaleYear } from "@/lib/enterprises/commands/scale-years";
import { type Cast, castOf, refusedAt, span, trailOf } from "@/tests/integration/enterprises/cast";
import { enterprise } from "@/tests/support/factories/registers";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const source = "统计名录";
const yearsOf = async (enterpriseId: string) =>
  (await db.enterpriseScaleYear.findMany({ where: { enterpriseId }, orderBy: { year: "asc" } })).map(
    ({ year }) => year,
  );
const membershipsOf = async (enterpriseId: string) =>
  (await db.associationMembership.findMany({ where: { enterpriseId }, orderBy: { validFrom: "asc" } })).map(span);
const own = (facts: Parameters<typeof enterprise>[0] = {}) => enterprise({ committeeId: cast.committeeId, ...facts });

describe("the year's above-scale list", () => {
  test("an enterprise is put on it, and taken off where that was a mistake", async () => {
    const { id } = await own({ scaleYears: [2025] });
    await addScaleYear(cast.staff, { id, year: 2026, source });
    expect(await yearsOf(id)).toEqual([2025, 2026]);
    await removeScaleYear(cast.staff, { id, year: 2025 });
    expect(await yearsOf(id)).toEqual([2026]);
    expect(await trailOf(id)).toMatchObject([
      { action: "enterprise.addScaleYear", after: { year: 2026, source } },
      { action: "enterprise.removeScaleYear", before: { year: 2025 } },
    ]);
  });

  test("refuses a year twice, also pressed at once, and one that is not there", async () => {
    const { id } = await own();
    const presses = [1, 2].map(() => addScaleYear(cast.staff, { id, year: 2026, source }));
    const results = await Promise.allSettled(presses);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const missing = { id, year: 2020 };
    await expect(removeScaleYear(cast.staff, missing)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await trailOf(id)).toHaveLength(1);
  });

  test("refuses everybody else", async () => {
    const { id } = await own({ scaleYears: [2025] });
    for (const actor of await refusedAt(cast, id)) {
      const notFound = { refusal: "NOT_FOUND" };
      await expect(addScaleYear(actor, { id, year: 2026, source })).rejects.toMatchObject(notFound);
      await expect(removeScaleYear(actor, { id, year: 2025 })).rejects.toMatchObject(notFound);
    }
    expect(await yearsOf(id)).toEqual([2025]);
    expect(await trailOf(id)).toEqual([]);
  });
});

describe("the association", () => {
  test("joined, left, and joined again, each with its day", async () => {
    const { id } = await own();
    await joinAssociation(cast.staff, { id, joinedOn: "2024-01-01" });
    await leaveAssociation(cast.staff, { id, leftOn: "2025-01-01" });
    await joinAssociation(cast.staff, { id, joinedOn: "2026-01-01" });
    expect(await membershipsOf(id)).toEqual(["2024-01-01–2025-01-01", "2026-01-01–"]);
    expect((await trailOf(id)).map(({ action }) => action)).toEqual([
      "enterprise.joinAssociation",
      "enterprise.leaveAssociation",
      "enterprise.joinAssociation",
    ]);
  });

  test("an entry that was a mistake is removed; the trail keeps its days", async () => {
    const { id } = await own({ associationFrom: "2024-05-01" });
    const { id: membershipId } = await db.associationMembership.findFirstOrThrow({ where: { enterpriseId: id } });
    await removeAssociation(cast.staff, { id, membershipId });
    expect(await membershipsOf(id)).toEqual([]);
    expect(await trailOf(id)).toMatchObject([
      { action: "enterprise.removeAssociation", before: { joinedOn: "2024-05-01", leftOn: null } },
    ]);
  });

  test("refuses to join twice, to leave unjoined or before joining, and days in the future", async () => {
    const { id } = await own({ associationFrom: "2024-05-01" });
    const none = await own();
    const conflict = { refusal: "CONFLICT" };
    await expect(joinAssociation(cast.staff, { id, joinedOn: "2025-01-01" })).rejects.toMatchObject(conflict);
    await expect(leaveAssociation(cast.staff, { id, leftOn: "2024-05-01" })).rejects.toMatchObject(conflict);
    await expect(leaveAssociation(cast.staff, { id, leftOn: "2026-11-24" })).rejects.toMatchObject(conflict);
    await expect(joinAssociation(cast.staff, { id: none.id, joinedOn: "2026-11-24" })).rejects.toMatchObject(conflict);
    const unjoined = { id: none.id, leftOn: "2026-01-01" };
    await expect(leaveAssociation(cast.staff, unjoined)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await membershipsOf(id)).toEqual(["2024-05-01–"]);
  });

  test("refuses to remove another enterprise's entry, and everybody else", async () => {
    const { id } = await own({ associationFrom: "2024-05-01" });
    const other = await own({ associationFrom: "2024-06-01" });
    const { id: membershipId } = await db.associationMembership.findFirstOrThrow({ where: { enterpriseId: other.id } });
    const theirs = { id, membershipId };
    await expect(removeAssociation(cast.staff, theirs)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    for (const actor of await refusedAt(cast, other.id)) {
      const notFound = { refusal: "NOT_FOUND" };
      const where = { id: other.id };
      await expect(joinAssociation(actor, { ...where, joinedOn: "2023-01-01" })).rejects.toMatchObject(notFound);
      await expect(leaveAssociation(actor, { ...where, leftOn: "2026-01-01" })).rejects.toMatchObject(notFound);
      await expect(removeAssociation(actor, { ...where, membershipId })).rejects.toMatchObject(notFound);
    }
    expect(await membershipsOf(other.id)).toEqual(["2024-06-01–"]);
  });

  test("a closed enterprise joins nothing", async () => {
    const { id } = await own({ closedOn: "2026-01-01" });
    const late = { id, joinedOn: "2026-02-01" };
    await expect(joinAssociation(cast.staff, late)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});

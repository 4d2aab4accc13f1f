import { beforeAll, describe, expect, test } from "vitest";
import { correctLocation } from "@/lib/enterprises/commands/correct-location";
import { moveEnterprise } from "@/lib/enterprises/commands/move-enterprise";
import { correctedLocation, movedEnterprise } from "@/lib/enterprises/schema";
import { StaleError } from "@/lib/errors";
import { type Cast, castOf, placesOf, refusedAt, rowOf, settled, trailOf } from "@/tests/integration/enterprises/cast";
import { building, enterprise, park } from "@/tests/support/factories/registers";

let cast: Cast;
let elsewhere: { parkId: string; buildingId: string };
beforeAll(async () => {
  cast = await castOf();
  const { id: parkId } = await park({ committeeId: cast.committeeId });
  elsewhere = { parkId, buildingId: (await building({ parkId })).id };
});

type Row = { id: string; version: number };
const at = ({ parkId, buildingId }: { parkId: string; buildingId: string }) => `${parkId}:${buildingId}`;
const moveTo = (row: Row, place: string, movedOn: string, more: Record<string, string> = {}) =>
  movedEnterprise.parse({ id: row.id, version: row.version, place, movedOn, ...more });
const correctTo = (row: Row, place: string, locatedOn: string, more: Record<string, string> = {}) =>
  correctedLocation.parse({ id: row.id, version: row.version, place, locatedOn, ...more });

describe("moveEnterprise", () => {
  test("ends the present place on the day and begins the new one; the address changes only when typed", async () => {
    const row = await settled(cast);
    const input = moveTo(row, at(elsewhere), "2026-03-01", { isSettled: "yes", address: "新路1号" });
    await moveEnterprise(cast.staff, input);
    expect(await placesOf(row.id)).toEqual([
      [cast.parkId, cast.buildingId, true, "2024-01-01–2026-03-01"],
      [elsewhere.parkId, elsewhere.buildingId, true, "2026-03-01–"],
    ]);
    expect(await rowOf(row.id)).toMatchObject({
      address: "新路1号",
      version: 2,
      sources: { isSettled: [{ source: "STAFF", value: true }], address: [{ value: "新路1号" }] },
    });
    expect(await trailOf(row.id)).toMatchObject([
      { action: "enterprise.move", before: { parkId: cast.parkId, isSettled: true }, after: { movedOn: "2026-03-01" } },
    ]);
  });

  test("settling in the same building is a change of its own", async () => {
    const row = await settled(cast, { isSettled: false });
    await moveEnterprise(cast.staff, moveTo(row, at(cast), "2026-03-01", { isSettled: "yes" }));
    expect(await placesOf(row.id)).toEqual([
      [cast.parkId, cast.buildingId, false, "2024-01-01–2026-03-01"],
      [cast.parkId, cast.buildingId, true, "2026-03-01–"],
    ]);
  });

  test("leaving every park ends the present place and begins none; coming back begins one", async () => {
    const row = await settled(cast);
    await moveEnterprise(cast.staff, moveTo(row, "", "2026-03-01"));
    expect(await placesOf(row.id)).toEqual([[cast.parkId, cast.buildingId, true, "2024-01-01–2026-03-01"]]);
    await moveEnterprise(cast.staff, moveTo(await rowOf(row.id), cast.parkId, "2026-05-01"));
    expect((await placesOf(row.id))[1]).toEqual([cast.parkId, null, false, "2026-05-01–"]);
  });

  test("refuses no change, a day in the future, and a day on which the present place began", async () => {
    const row = await settled(cast);
    const refused = async (place: string, day: string, more: Record<string, string> = {}) =>
      await expect(moveEnterprise(cast.staff, moveTo(row, place, day, more))).rejects.toMatchObject({
        refusal: "CONFLICT",
      });
    await refused(at(cast), "2026-03-01", { isSettled: "yes" });
    await refused(at(elsewhere), "2026-11-24");
    await refused(at(elsewhere), "2024-01-01");
    expect(await placesOf(row.id)).toHaveLength(1);
    expect(await trailOf(row.id)).toEqual([]);
  });

  test("refuses a move into a time for which another place is known", async () => {
    const row = await settled(cast);
    await moveEnterprise(cast.staff, moveTo(row, "", "2026-03-01"));
    const input = moveTo(await rowOf(row.id), at(elsewhere), "2025-03-01");
    await expect(moveEnterprise(cast.staff, input)).rejects.toMatchObject({ refusal: "CONFLICT" });
  });

  test("refuses everybody else, another committee's park, another version and a closed enterprise", async () => {
    const row = await settled(cast);
    const input = moveTo(row, at(elsewhere), "2026-03-01");
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(moveEnterprise(actor, input)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const foreign = moveTo(row, (await park()).id, "2026-03-01");
    await expect(moveEnterprise(cast.staff, foreign)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    await expect(moveEnterprise(cast.staff, { ...input, version: 5 })).rejects.toBeInstanceOf(StaleError);
    const closed = await settled(cast, { closedOn: "2026-01-01" });
    const late = moveTo(closed, at(elsewhere), "2026-03-01");
    await expect(moveEnterprise(cast.staff, late)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await placesOf(row.id)).toHaveLength(1);
  });

  test("of two moves at once one holds", async () => {
    const row = await settled(cast);
    const moves = ["2026-03-01", "2026-04-01"].map((day) => moveEnterprise(cast.staff, moveTo(row, "", day)));
    const results = await Promise.allSettled(moves);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await placesOf(row.id)).toHaveLength(1);
  });
});

describe("correctLocation", () => {
  test("the present place was so from the beginning: no second one appears", async () => {
    const row = await settled(cast);
    await correctLocation(cast.staff, correctTo(row, at(elsewhere), "2023-06-01"));
    expect(await placesOf(row.id)).toEqual([[elsewhere.parkId, elsewhere.buildingId, false, "2023-06-01–"]]);
    expect(await trailOf(row.id)).toMatchObject([
      {
        action: "enterprise.correctLocation",
        before: { parkId: cast.parkId, validFrom: "2024-01-01" },
        after: { isSettled: false, locatedOn: "2023-06-01" },
      },
    ]);
  });

  test("a place that never was is removed", async () => {
    const row = await settled(cast);
    await correctLocation(cast.staff, correctTo(row, "", ""));
    expect(await placesOf(row.id)).toEqual([]);
    expect(await trailOf(row.id)).toMatchObject([{ before: { parkId: cast.parkId } }]);
  });

  test("refuses days that overlap the place before, and writes nothing", async () => {
    const row = await settled(cast);
    await moveEnterprise(cast.staff, moveTo(row, at(elsewhere), "2026-03-01"));
    const input = correctTo(await rowOf(row.id), at(elsewhere), "2026-02-01");
    await expect(correctLocation(cast.staff, input)).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect((await rowOf(row.id)).version).toBe(2);
  });

  test("refuses an enterprise in no park, everybody else, another version and a closed enterprise", async () => {
    const none = await enterprise({ committeeId: cast.committeeId });
    const wrongState = { refusal: "WRONG_STATE" };
    await expect(correctLocation(cast.staff, correctTo(none, at(cast), "2024-01-01"))).rejects.toMatchObject(
      wrongState,
    );
    const row = await settled(cast);
    const input = correctTo(row, at(elsewhere), "2024-01-01");
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(correctLocation(actor, input)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(correctLocation(cast.staff, { ...input, version: 5 })).rejects.toBeInstanceOf(StaleError);
    const closed = await settled(cast, { closedOn: "2026-01-01" });
    const late = correctTo(closed, at(elsewhere), "2024-01-01");
    await expect(correctLocation(cast.staff, late)).rejects.toMatchObject(wrongState);
    expect(await placesOf(row.id)).toEqual([[cast.parkId, cast.buildingId, true, "2024-01-01–"]]);
  });
});

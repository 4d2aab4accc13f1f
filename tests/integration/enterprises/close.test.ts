import { beforeAll, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { closeEnterprise } from "@/lib/enterprises/commands/close-enterprise";
import { reopenEnterprise } from "@/lib/enterprises/commands/reopen-enterprise";
import { factsEndedOn } from "@/lib/enterprises/queries/dated-facts";
import { closedEnterprise, reopenedEnterprise } from "@/lib/enterprises/schema";
import { StaleError } from "@/lib/errors";
import { type Cast, castOf, refusedAt, rowOf, settled, span, trailOf } from "@/tests/integration/enterprises/cast";
import { assignment, branch, enterprise, instructor } from "@/tests/support/factories/registers";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

type Row = { id: string; version: number };
const closeOn = (row: Row, closedOn: string, more: Record<string, string> = {}) =>
  closedEnterprise.parse({ id: row.id, version: row.version, closedOn, kind: "DEREGISTERED", ...more });
const reopen = (row: Row, restore: string[] = []) =>
  reopenedEnterprise.parse({ id: row.id, version: row.version, reason: "登记错了", restore });

/** Settled, covered, with an instructor, in the association: everything that ends with an enterprise. */
async function busy() {
  const row = await settled(cast, { associationFrom: "2024-05-01", scaleYears: [2025] });
  const { id: branchId } = await branch({ covers: [row.id], kind: "JOINT" });
  const { id: instructorId } = await instructor({ committeeId: cast.committeeId });
  await assignment({ instructorId, enterpriseId: row.id });
  return { row, branchId, instructorId };
}

/** The days of place, coverage, instructor and association. */
async function daysOf(enterpriseId: string) {
  const where = { enterpriseId };
  const facts = await Promise.all([
    db.enterpriseLocation.findMany({ where }),
    db.branchCoverage.findMany({ where }),
    db.assignment.findMany({ where }),
    db.associationMembership.findMany({ where }),
  ]);
  return facts.map((rows) => rows.map(span).join());
}

describe("closeEnterprise", () => {
  test("ends on the day what holds only while it is active, and deletes nothing", async () => {
    const { row } = await busy();
    await closeEnterprise(cast.staff, closeOn(row, "2026-03-01", { kind: "REVOKED", reason: "未年报" }));
    expect(await rowOf(row.id)).toMatchObject({
      closedOn: toDate("2026-03-01"),
      closeReason: "吊销：未年报",
      version: 2,
      sources: { registration: [{ source: "STAFF", value: "REVOKED" }] },
    });
    expect(await daysOf(row.id)).toEqual([
      "2024-01-01–2026-03-01",
      "2024-01-01–2026-03-01",
      "2024-01-01–2026-03-01",
      "2024-05-01–2026-03-01",
    ]);
    expect(await db.enterpriseScaleYear.count({ where: { enterpriseId: row.id } })).toBe(1);
    const [entry] = await trailOf(row.id);
    expect(entry).toMatchObject({
      action: "enterprise.close",
      reason: "吊销：未年报",
      after: { closedOn: "2026-03-01" },
    });
    expect(entry).toMatchObject({ before: { ended: Array.from({ length: 4 }, () => ({ validTo: null })) } });
  });

  test("the branch goes on with its other enterprises", async () => {
    const [one, other] = [await settled(cast), await settled(cast)];
    const { id: branchId } = await branch({ covers: [one.id, other.id], kind: "JOINT" });
    await closeEnterprise(cast.staff, closeOn(one, "2026-03-01"));
    const coverages = await db.branchCoverage.findMany({ where: { branchId, validTo: null } });
    expect(coverages.map(({ enterpriseId }) => enterpriseId)).toEqual([other.id]);
  });

  test("refuses a day on or before which something else began, saying what, and writes nothing", async () => {
    const { row } = await busy();
    const input = closeOn(row, "2024-05-01");
    const refusal = await closeEnterprise(cast.staff, input).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ refusal: "CONFLICT" });
    expect(String(refusal)).toContain("协会会员");
    expect((await rowOf(row.id)).closedOn).toBeNull();
    expect(await daysOf(row.id)).toEqual(["2024-01-01–", "2024-01-01–", "2024-01-01–", "2024-05-01–"]);
  });

  test("refuses a day in the future or before the registration", async () => {
    const row = await enterprise({ committeeId: cast.committeeId, registeredOn: "2020-01-01" });
    for (const day of ["2026-11-24", "2019-12-31"]) {
      await expect(closeEnterprise(cast.staff, closeOn(row, day))).rejects.toMatchObject({ refusal: "CONFLICT" });
    }
    await closeEnterprise(cast.staff, closeOn(row, "2026-11-23"));
    expect((await rowOf(row.id)).closedOn).toEqual(toDate("2026-11-23"));
  });

  test("refuses everybody else, another version, and a second closing", async () => {
    const row = await settled(cast);
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(closeEnterprise(actor, closeOn(row, "2026-03-01"))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const stale = closeOn({ ...row, version: 3 }, "2026-03-01");
    await expect(closeEnterprise(cast.staff, stale)).rejects.toBeInstanceOf(StaleError);
    expect(await trailOf(row.id)).toEqual([]);
    await closeEnterprise(cast.staff, closeOn(row, "2026-03-01"));
    const again = closeOn({ ...row, version: 2 }, "2026-04-01");
    await expect(closeEnterprise(cast.staff, again)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});

describe("reopenEnterprise", () => {
  const closed = async () => {
    const made = await busy();
    await closeEnterprise(cast.staff, closeOn(made.row, "2026-03-01"));
    const ended = await factsEndedOn(made.row.id, "2026-03-01");
    return { ...made, row: await rowOf(made.row.id), ended };
  };

  test("takes the closing back, with all that ended with it", async () => {
    const { row, ended } = await closed();
    expect(ended.map(({ words }) => words.split("：")[0]).toSorted()).toEqual([
      "协会会员",
      "所在地",
      "指导员联系",
      "支部覆盖",
    ]);
    const ids = ended.map(({ id }) => id);
    await reopenEnterprise(cast.staff, reopen(row, ids));
    expect(await rowOf(row.id)).toMatchObject({ closedOn: null, closeReason: null, version: 3 });
    expect(await daysOf(row.id)).toEqual(["2024-01-01–", "2024-01-01–", "2024-01-01–", "2024-05-01–"]);
    expect((await trailOf(row.id))[1]).toMatchObject({
      action: "enterprise.reopen",
      reason: "登记错了",
      before: { closedOn: "2026-03-01", closeReason: "注销" },
    });
  });

  test("what is not chosen stays ended", async () => {
    const { row, ended } = await closed();
    const places = ended.filter(({ words }) => words.startsWith("所在地")).map(({ id }) => id);
    await reopenEnterprise(cast.staff, reopen(row, places));
    expect(await daysOf(row.id)).toEqual([
      "2024-01-01–",
      "2024-01-01–2026-03-01",
      "2024-01-01–2026-03-01",
      "2024-05-01–2026-03-01",
    ]);
  });

  test("refuses to revive a dissolved branch's coverage, a departed instructor, and another enterprise's facts", async () => {
    const [dissolved, departed, stranger] = [await closed(), await closed(), await closed()];
    const until = toDate("2026-05-01");
    await db.branch.update({ where: { id: dissolved.branchId }, data: { dissolvedOn: until } });
    await db.instructor.update({ where: { id: departed.instructorId }, data: { endedOn: until } });
    for (const { row, ended } of [dissolved, departed]) {
      const input = reopen(row, ended.map(({ id }) => id)); // biome-ignore format: one thought
      await expect(reopenEnterprise(cast.staff, input)).rejects.toMatchObject({ refusal: "CONFLICT" });
      expect((await rowOf(row.id)).closedOn).not.toBeNull();
    }
    const theirs = reopen(dissolved.row, stranger.ended.map(({ id }) => id)); // biome-ignore format: one thought
    await expect(reopenEnterprise(cast.staff, theirs)).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect((await daysOf(stranger.row.id))[0]).toBe("2024-01-01–2026-03-01");
  });

  test("refuses everybody else, another version, and an enterprise that is not closed", async () => {
    const { row } = await closed();
    const others = [cast.stranger, ...(await refusedAt(cast, row.id))];
    for (const actor of others) {
      await expect(reopenEnterprise(actor, reopen(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(reopenEnterprise(cast.staff, reopen({ ...row, version: 9 }))).rejects.toBeInstanceOf(StaleError);
    const open = await settled(cast);
    await expect(reopenEnterprise(cast.staff, reopen(open))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});

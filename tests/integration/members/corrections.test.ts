import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { correctDuty, correctEmployment, correctMembership, removeEntry } from "@/lib/members/commands/correct-entry";
import {
  type Cast,
  castOf,
  dutiesOf,
  employmentsOf,
  memberOf,
  membershipsOf,
  refusedAt,
  rowOf,
  trailOf,
} from "@/tests/integration/members/cast";
import { branch, enterprise } from "@/tests/support/factories/registers";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const reason = "登记时写错";

async function fileWithEntries(facts: { leftOn?: string } = {}) {
  const row = await memberOf(cast, facts);
  const where = { where: { memberId: row.id } };
  const duty = await db.memberDuty.create({
    data: { memberId: row.id, duty: "党员先锋岗", validFrom: toDate("2025-01-01") },
  });
  const membership = await db.membership.findFirstOrThrow(where);
  const employment = await db.employment.findFirstOrThrow(where);
  const key = { id: row.id, version: 1, reason };
  return { row, key, membership, employment, duty };
}

test("correctMembership rights branch and days, and the trail keeps both with the reason", async () => {
  const { row, key, membership } = await fileWithEntries();
  const right = await branch({ committeeId: cast.committeeId });
  const days = { validFrom: "2024-02-01", validTo: "2026-02-01" };
  await correctMembership(cast.staff, { ...key, ...days, entryId: membership.id, branchId: right.id });
  expect(await membershipsOf(row.id)).toEqual([[right.id, "2024-02-01–2026-02-01"]]);
  expect((await rowOf(row.id)).version).toBe(2);
  expect(await trailOf(row.id)).toMatchObject([
    {
      action: "member.correctMembership",
      reason,
      before: { branchId: cast.branchId, validFrom: "2024-01-01", validTo: null },
      after: { branchId: right.id, ...days },
    },
  ]);
});

test("correctEmployment rights employer, post and days", async () => {
  const { row, key, employment } = await fileWithEntries();
  const right = await enterprise({ committeeId: cast.committeeId });
  const facts = { employer: right.name, post: "主编", isManagement: true, validFrom: "2024-03-01", validTo: null };
  await correctEmployment(cast.staff, { ...key, ...facts, entryId: employment.id });
  expect(await employmentsOf(row.id)).toEqual([[right.id, "主编", true, "2024-03-01–"]]);
});

test("correctDuty rights words and days", async () => {
  const { row, key, duty } = await fileWithEntries();
  const facts = { duty: "红色网评员", validFrom: "2025-02-01", validTo: "2025-12-01" };
  await correctDuty(cast.staff, { ...key, ...facts, entryId: duty.id });
  expect(await dutiesOf(row.id)).toEqual([["红色网评员", "2025-02-01–2025-12-01"]]);
});

describe("removeEntry takes out what should never have been there; the trail keeps it", () => {
  test.each(["MEMBERSHIP", "EMPLOYMENT", "DUTY"] as const)("%s", async (kind) => {
    const { row, key, membership, employment, duty } = await fileWithEntries();
    const entryId = { MEMBERSHIP: membership.id, EMPLOYMENT: employment.id, DUTY: duty.id }[kind];
    await removeEntry(cast.staff, { ...key, kind, entryId });
    const left = [await membershipsOf(row.id), await employmentsOf(row.id), await dutiesOf(row.id)];
    expect(left.map((entries) => entries.length).toSorted()).toEqual([0, 1, 1]);
    expect(await trailOf(row.id)).toMatchObject([{ action: "member.removeEntry", reason, after: { removed: true } }]);
  });
});

test("history can be righted for who has left, too", async () => {
  const { key, membership } = await fileWithEntries({ leftOn: "2026-01-01" });
  const days = { validFrom: "2024-06-01", validTo: "2026-01-01" };
  const corrected = { ...key, ...days, entryId: membership.id, branchId: cast.branchId };
  await expect(correctMembership(cast.staff, corrected)).resolves.toEqual({ id: key.id });
});

describe("refuses", () => {
  test("days that overlap with another entry, or end before they begin", async () => {
    const { row, key, membership } = await fileWithEntries();
    const other = await branch({ committeeId: cast.committeeId, foundedOn: "2020-01-01" });
    await db.membership.create({
      data: {
        memberId: row.id,
        branchId: other.id,
        validFrom: toDate("2022-01-01"),
        validTo: toDate("2024-01-01"),
      },
    });
    const first = await db.membership.findFirstOrThrow({ where: { branchId: other.id } });
    const overlapping = {
      ...key,
      entryId: first.id,
      branchId: other.id,
      validFrom: "2022-01-01",
      validTo: "2024-05-01",
    };
    await expect(correctMembership(cast.staff, overlapping)).rejects.toMatchObject({ refusal: "CONFLICT" });
    const upside = { ...overlapping, entryId: membership.id, branchId: cast.branchId };
    const backwards = { ...upside, validFrom: "2025-01-01", validTo: "2024-06-01" };
    await expect(correctMembership(cast.staff, backwards)).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect(await trailOf(row.id)).toEqual([]);
  });

  test("S23: an entry of another member, and one that is none", async () => {
    const [mine, other] = [await fileWithEntries(), await fileWithEntries()];
    for (const entryId of [other.membership.id, randomUUID(), mine.duty.id]) {
      const wrong = { ...mine.key, entryId, branchId: cast.branchId, validFrom: "2024-06-01", validTo: null };
      await expect(correctMembership(cast.staff, wrong)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      await expect(removeEntry(cast.staff, { ...mine.key, kind: "EMPLOYMENT", entryId })).rejects.toMatchObject({
        refusal: "NOT_FOUND",
      });
    }
    expect((await rowOf(mine.row.id)).version).toBe(1);
    expect(await membershipsOf(other.row.id)).toEqual([[cast.branchId, "2024-01-01–"]]);
  });

  test("other roles, another committee and an old form", async () => {
    const { row, key, duty } = await fileWithEntries();
    const removal = { ...key, kind: "DUTY" as const, entryId: duty.id };
    for (const actor of await refusedAt(cast)) {
      await expect(removeEntry(actor, removal)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(removeEntry(cast.staff, { ...removal, version: 4 })).rejects.toBeInstanceOf(StaleError);
    expect(await dutiesOf(row.id)).toHaveLength(1);
    expect(await trailOf(row.id)).toEqual([]);
  });
});

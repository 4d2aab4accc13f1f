import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { appointOfficer } from "@/lib/branches/commands/appoint-officer";
import { coverEnterprisesFrom } from "@/lib/branches/commands/cover-enterprises";
import { db } from "@/lib/db/client";
import { branch, enterprise, member, officer } from "@/tests/support/factories/registers";
import { type Cast, castOf, coveragesOf, membershipsOf, refusedAt, span, trailOf } from "./cast";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const ofCommittee = (more = {}) => enterprise({ committeeId: cast.committeeId, ...more });
const joint = (more = {}) => branch({ committeeId: cast.committeeId, kind: "JOINT", ...more });

describe("coverEnterprisesFrom", () => {
  const asked = (branchId: string, enterpriseIds: string[], more = {}) => ({
    branchId,
    enterpriseIds,
    validFrom: "2026-06-01",
    takesOver: false,
    joinsMembers: false,
    ...more,
  });

  test("covers from that day, brings the members without a branch when asked, and leaves an audit entry", async () => {
    const [row, first] = [await joint(), await ofCommittee()];
    const person = await member({ enterpriseId: first.id });
    await coverEnterprisesFrom(cast.staff, asked(row.id, [first.id], { joinsMembers: true }));
    expect(await coveragesOf(row.id)).toEqual([[first.id, "2026-06-01–"]]);
    expect(await membershipsOf(person.id)).toEqual([[row.id, "2026-06-01–"]]);
    expect(await trailOf(row.id)).toMatchObject([
      { action: "branch.cover", after: { enterprises: [first.name], members: [person.name] } },
    ]);
  });

  test("refuses other roles, another committee, a dissolved branch, and days before the founding or after today", async () => {
    const [row, first] = [await joint(), await ofCommittee()];
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(coverEnterprisesFrom(actor, asked(row.id, [first.id]))).rejects.toMatchObject({
        refusal: "NOT_FOUND",
      });
    }
    await expect(coverEnterprisesFrom(cast.staff, asked(randomUUID(), [first.id]))).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
    const gone = await joint({ dissolvedOn: "2026-01-01" });
    await expect(coverEnterprisesFrom(cast.staff, asked(gone.id, [first.id]))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      message: expect.stringContaining("已于2026年1月1日撤销"),
    });
    for (const validFrom of ["2023-12-31", "2026-11-24"]) {
      await expect(coverEnterprisesFrom(cast.staff, asked(row.id, [first.id], { validFrom }))).rejects.toMatchObject({
        refusal: "CONFLICT",
      });
    }
    expect(await coveragesOf(row.id)).toEqual([]);
  });

  test("the database refuses the same enterprise twice", async () => {
    const first = await ofCommittee();
    const row = await joint({ covers: [first.id] });
    await expect(coverEnterprisesFrom(cast.staff, asked(row.id, [first.id]))).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: "该企业在这段时间内已由本支部覆盖。请核对日期。",
    });
  });
});

describe("appointOfficer", () => {
  const post = (branchId: string, memberId: string, more = {}) => ({
    branchId,
    memberId,
    post: "SECRETARY" as const,
    validFrom: "2026-06-01",
    replaces: false,
    ...more,
  });

  test("gives the post from that day and leaves an audit entry", async () => {
    const row = await joint();
    const person = await member({ branchId: row.id });
    await appointOfficer(cast.staff, post(row.id, person.id));
    const held = await db.branchOfficer.findMany({ where: { branchId: row.id } });
    expect(held.map((fact) => [fact.memberId, fact.post, span(fact)])).toEqual([
      [person.id, "SECRETARY", "2026-06-01–"],
    ]);
    expect(await trailOf(row.id)).toMatchObject([{ after: { post: "书记", name: person.name } }]);
  });

  test("a second secretary is refused by the database, or replaces the first when asked", async () => {
    const row = await joint();
    const [first, second] = [await member({ branchId: row.id }), await member({ branchId: row.id })];
    await officer({ branchId: row.id, memberId: first.id });
    await expect(appointOfficer(cast.staff, post(row.id, second.id))).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: "支部在这段时间内已有书记。请先结束现任书记的任职。",
    });
    await appointOfficer(cast.staff, post(row.id, second.id, { replaces: true }));
    const held = await db.branchOfficer.findMany({ where: { branchId: row.id }, orderBy: { validFrom: "asc" } });
    expect(held.map((fact) => [fact.memberId, span(fact)])).toEqual([
      [first.id, "2024-01-01–2026-06-01"],
      [second.id, "2026-06-01–"],
    ]);
    expect(await trailOf(row.id)).toMatchObject([{ after: { replaced: [first.name] } }]);
  });

  test("one person may hold two posts, but not one post twice", async () => {
    const row = await joint();
    const person = await member({ branchId: row.id });
    await appointOfficer(cast.staff, post(row.id, person.id, { post: "PUBLICITY" }));
    await appointOfficer(cast.staff, post(row.id, person.id, { post: "ORGANIZATION" }));
    await expect(appointOfficer(cast.staff, post(row.id, person.id, { post: "PUBLICITY" }))).rejects.toMatchObject({
      message: "该党员在这段时间内已担任此职务。请核对日期。",
    });
  });

  test("refuses who is not a full member of this branch on that day", async () => {
    const row = await joint();
    const elsewhere = await member({ branchId: (await joint()).id });
    const later = await member({ branchId: row.id, from: "2026-06-02" });
    const probationary = await member({ branchId: row.id, stage: "PROBATIONARY" });
    const fresh = await member({ branchId: row.id, becameFullOn: "2026-06-02" });
    for (const { id } of [elsewhere, later]) {
      await expect(appointOfficer(cast.staff, post(row.id, id))).rejects.toMatchObject({
        refusal: "CONFLICT",
        message: expect.stringContaining("不是本支部的党员"),
      });
    }
    for (const { id } of [probationary, fresh]) {
      await expect(appointOfficer(cast.staff, post(row.id, id))).rejects.toMatchObject({
        refusal: "WRONG_STATE",
        message: expect.stringContaining("没有被选举权"),
      });
    }
  });

  test("refuses other roles and another committee", async () => {
    const row = await joint();
    const person = await member({ branchId: row.id });
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(appointOfficer(actor, post(row.id, person.id))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await trailOf(row.id)).toEqual([]);
  });
});

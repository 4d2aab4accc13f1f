import { beforeAll, describe, expect, test } from "vitest";
import { addGroup } from "@/lib/branches/commands/add-group";
import { endBranchFact } from "@/lib/branches/commands/end-fact";
import { startTerm } from "@/lib/branches/commands/start-term";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { branch, enterprise, member, officer } from "@/tests/support/factories/registers";
import { freshName } from "@/tests/support/fresh";
import { type Cast, castOf, coveragesOf, refusedAt, span, trailOf } from "./cast";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const ofCommittee = (more = {}) => enterprise({ committeeId: cast.committeeId, ...more });
const joint = (more = {}) => branch({ committeeId: cast.committeeId, kind: "JOINT", ...more });

describe("startTerm", () => {
  const election = (branchId: string, more = {}) => ({
    branchId,
    startsOn: "2026-06-01",
    endsOn: null,
    endsOfficers: false,
    ...more,
  });
  const termsOf = async (branchId: string) =>
    (await db.branchTerm.findMany({ where: { branchId }, orderBy: { startsOn: "asc" } })).map((term) => [
      toDay(term.startsOn),
      toDay(term.endsOn),
    ]);

  test("an early election ends the running term on the same day, and the trail shows what was planned", async () => {
    const row = await joint();
    await startTerm(cast.staff, election(row.id));
    expect(await termsOf(row.id)).toEqual([
      ["2024-01-01", "2026-06-01"],
      ["2026-06-01", "2029-06-01"],
    ]);
    expect(await trailOf(row.id)).toMatchObject([
      { action: "branch.start-term", before: { endsOn: "2027-01-01" }, after: { startsOn: "2026-06-01" } },
    ]);
  });

  test("a late one leaves the gap, and ends the posts when asked", async () => {
    const row = await joint({ termEndsOn: "2026-01-01" });
    const person = await member({ branchId: row.id });
    await officer({ branchId: row.id, memberId: person.id });
    await startTerm(cast.staff, election(row.id, { endsOn: "2028-06-01", endsOfficers: true }));
    expect(await termsOf(row.id)).toEqual([
      ["2024-01-01", "2026-01-01"],
      ["2026-06-01", "2028-06-01"],
    ]);
    expect(span(await db.branchOfficer.findFirstOrThrow({ where: { branchId: row.id } }))).toBe(
      "2024-01-01–2026-06-01",
    );
  });

  test("refuses a start before the last term's, an end before the start, other roles and dissolved branches", async () => {
    const row = await joint();
    await expect(startTerm(cast.staff, election(row.id, { startsOn: "2024-01-01" }))).rejects.toMatchObject({
      message: expect.stringContaining("已登记自2024年1月1日开始的任期"),
    });
    await expect(startTerm(cast.staff, election(row.id, { endsOn: "2026-05-01" }))).rejects.toMatchObject({
      message: "结束日期必须晚于开始日期。请核对日期。",
    });
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(startTerm(actor, election(row.id))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const gone = await joint({ dissolvedOn: "2026-07-01" });
    await expect(startTerm(cast.staff, election(gone.id))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await termsOf(row.id)).toEqual([["2024-01-01", "2027-01-01"]]);
  });
});

describe("groups and ends", () => {
  const group = (branchId: string, name = "第一党小组", validFrom = "2026-02-01") => ({ branchId, name, validFrom });

  test("a group is set up and ended, its days stay, and its name is free again", async () => {
    const row = await joint();
    await addGroup(cast.staff, group(row.id));
    await expect(addGroup(cast.staff, group(row.id))).rejects.toMatchObject({ refusal: "CONFLICT" });
    const fact = await db.partyGroup.findFirstOrThrow({ where: { branchId: row.id } });
    const end = { branchId: row.id, part: "group" as const, factId: fact.id, endsOn: "2026-05-01" };
    await endBranchFact(cast.staff, end);
    expect(span(await db.partyGroup.findUniqueOrThrow({ where: { id: fact.id } }))).toBe("2026-02-01–2026-05-01");
    await expect(endBranchFact(cast.staff, { ...end, endsOn: "2026-06-01" })).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      message: expect.stringContaining("已经结束（2026年5月1日）"),
    });
    await addGroup(cast.staff, group(row.id, "第一党小组", "2026-05-01"));
    expect((await trailOf(row.id)).map(({ action }) => action)).toEqual([
      "branch.add-group",
      "branch.end-group",
      "branch.add-group",
    ]);
  });

  test("a coverage and a post end on the day given; not on or before their first day", async () => {
    const first = await ofCommittee();
    const row = await joint({ covers: [first.id] });
    const person = await member({ branchId: row.id });
    const held = await officer({ branchId: row.id, memberId: person.id });
    const coverage = await db.branchCoverage.findFirstOrThrow({ where: { branchId: row.id } });
    const facts = [
      { branchId: row.id, part: "coverage" as const, factId: coverage.id },
      { branchId: row.id, part: "officer" as const, factId: held.id },
    ];
    for (const fact of facts) {
      await expect(endBranchFact(cast.staff, { ...fact, endsOn: "2024-01-01" })).rejects.toMatchObject({
        message: "结束日期必须晚于开始日期。请核对日期。",
      });
      await expect(endBranchFact(cast.staff, { ...fact, endsOn: "2026-11-24" })).rejects.toMatchObject({
        message: expect.stringContaining("晚于今天"),
      });
      await endBranchFact(cast.staff, { ...fact, endsOn: "2026-11-23" });
    }
    expect(await coveragesOf(row.id)).toEqual([[first.id, "2024-01-01–2026-11-23"]]);
    expect(span(await db.branchOfficer.findUniqueOrThrow({ where: { id: held.id } }))).toBe("2024-01-01–2026-11-23");
    expect(await trailOf(row.id)).toMatchObject([
      { action: "branch.end-coverage", before: { title: `覆盖 ${first.name}` } },
      { action: "branch.end-officer", before: { title: `${person.name} 任书记` } },
    ]);
  });

  test("refuse other roles, and a fact of another branch", async () => {
    const [row, other] = [await joint(), await joint()];
    await addGroup(cast.staff, group(row.id, freshName("党小组")));
    const { id: factId } = await db.partyGroup.findFirstOrThrow({ where: { branchId: row.id } });
    const end = { branchId: row.id, part: "group" as const, factId, endsOn: "2026-05-01" };
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(endBranchFact(actor, end)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      await expect(addGroup(actor, group(row.id))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(endBranchFact(cast.staff, { ...end, branchId: other.id })).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
    await expect(endBranchFact(cast.staff, { ...end, part: "coverage" })).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
  });
});

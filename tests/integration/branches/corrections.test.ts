import { beforeAll, describe, expect, test } from "vitest";
import { correctBranchFact } from "@/lib/branches/commands/correct-fact";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { branch, enterprise, member, officer } from "@/tests/support/factories/registers";
import { type Cast, castOf, coveragesOf, refusedAt, span, trailOf } from "./cast";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const joint = (more = {}) => branch({ committeeId: cast.committeeId, kind: "JOINT", ...more });

async function covered(more = {}) {
  const { id: enterpriseId } = await enterprise({ committeeId: cast.committeeId });
  const row = await joint({ covers: [enterpriseId], ...more });
  const coverage = await db.branchCoverage.findFirstOrThrow({ where: { branchId: row.id } });
  return { row, enterpriseId, factId: coverage.id };
}

const correction = (branchId: string, factId: string, more = {}) => ({
  branchId,
  factId,
  part: "coverage" as const,
  wasFrom: "2024-01-01",
  wasTo: null,
  validFrom: "2024-03-01",
  validTo: null,
  isDeleted: false,
  reason: "日期录错",
  ...more,
});

describe("correctBranchFact", () => {
  test("writes other days, and the trail keeps the reason and both sides", async () => {
    const { row, enterpriseId, factId } = await covered();
    await correctBranchFact(cast.staff, correction(row.id, factId, { validTo: "2026-01-01" }));
    expect(await coveragesOf(row.id)).toEqual([[enterpriseId, "2024-03-01–2026-01-01"]]);
    expect(await trailOf(row.id)).toMatchObject([
      {
        action: "branch.correct-coverage",
        reason: "日期录错",
        before: { validFrom: "2024-01-01", validTo: null },
        after: { validFrom: "2024-03-01", validTo: "2026-01-01" },
      },
    ]);
  });

  test("deletes what never was", async () => {
    const { row, factId } = await covered();
    await correctBranchFact(cast.staff, correction(row.id, factId, { isDeleted: true }));
    expect(await coveragesOf(row.id)).toEqual([]);
    expect(await trailOf(row.id)).toMatchObject([{ before: { id: factId }, after: { isDeleted: true } }]);
  });

  test("refuses when the fact is no longer what the form was opened on", async () => {
    const { row, factId, enterpriseId } = await covered();
    await correctBranchFact(cast.staff, correction(row.id, factId));
    for (const more of [{ validFrom: "2024-05-01" }, { isDeleted: true }]) {
      await expect(correctBranchFact(cast.staff, correction(row.id, factId, more))).rejects.toMatchObject({
        refusal: "CONFLICT",
        message: expect.stringContaining("已被他人改动"),
      });
    }
    expect(await coveragesOf(row.id)).toEqual([[enterpriseId, "2024-03-01–"]]);
  });

  test("refuses other roles, another committee, another branch's fact", async () => {
    const { row, factId } = await covered();
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(correctBranchFact(actor, correction(row.id, factId))).rejects.toMatchObject({
        refusal: "NOT_FOUND",
      });
    }
    const other = await joint();
    await expect(correctBranchFact(cast.staff, correction(other.id, factId))).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
  });

  test("refuses days outside the branch's life, in the future, or the wrong way round", async () => {
    const { row, factId } = await covered();
    const refuse = (more: object, words: string) =>
      expect(correctBranchFact(cast.staff, correction(row.id, factId, more))).rejects.toMatchObject({
        refusal: "CONFLICT",
        message: expect.stringContaining(words),
      });
    await refuse({ validFrom: "2023-12-31" }, "早于支部成立日期");
    await refuse({ validTo: "2026-11-24" }, "晚于今天");
    await refuse({ validTo: "2024-02-01" }, "结束日期必须晚于开始日期");
  });

  test("works on a dissolved branch, but leaves nothing open there", async () => {
    const { row, factId, enterpriseId } = await covered({ dissolvedOn: "2026-06-30" });
    const was = { wasTo: "2026-06-30" };
    for (const validTo of [null, "2026-07-01"]) {
      await expect(
        correctBranchFact(cast.staff, correction(row.id, factId, { ...was, validTo })),
      ).rejects.toMatchObject({ message: expect.stringContaining("支部已于2026年6月30日撤销") });
    }
    await correctBranchFact(cast.staff, correction(row.id, factId, { ...was, validTo: "2026-05-01" }));
    expect(await coveragesOf(row.id)).toEqual([[enterpriseId, "2024-03-01–2026-05-01"]]);
  });

  test("two secretaries at once are refused by the database", async () => {
    const row = await joint();
    const people = [await member({ branchId: row.id }), await member({ branchId: row.id })];
    const first = await officer({ branchId: row.id, memberId: people[0]?.id ?? "", to: "2025-01-01" });
    await officer({ branchId: row.id, memberId: people[1]?.id ?? "", from: "2025-01-01" });
    const longer = correction(row.id, first.id, {
      part: "officer",
      wasTo: "2025-01-01",
      validFrom: "2024-01-01",
      validTo: "2025-02-01",
    });
    await expect(correctBranchFact(cast.staff, longer)).rejects.toMatchObject({
      message: "支部在这段时间内已有书记。请先结束现任书记的任职。",
    });
    expect(span(await db.branchOfficer.findUniqueOrThrow({ where: { id: first.id } }))).toBe("2024-01-01–2025-01-01");
  });

  test("a term is corrected too: both days, never open, never over another", async () => {
    const row = await joint();
    const term = await db.branchTerm.findFirstOrThrow({ where: { branchId: row.id } });
    const given = correction(row.id, term.id, { part: "term", wasTo: "2027-01-01" });
    await expect(correctBranchFact(cast.staff, given)).rejects.toMatchObject({ message: "请填写任期届满日期。" });
    await correctBranchFact(cast.staff, { ...given, validTo: "2027-03-01" });
    const corrected = await db.branchTerm.findUniqueOrThrow({ where: { id: term.id } });
    expect([toDay(corrected.startsOn), toDay(corrected.endsOn)]).toEqual(["2024-03-01", "2027-03-01"]);
    const next = await db.branchTerm.create({
      data: { branchId: row.id, startsOn: toDate("2027-03-01"), endsOn: toDate("2030-03-01") },
    });
    const over = { ...given, wasFrom: "2024-03-01", wasTo: "2027-03-01", validTo: "2027-03-02" };
    await expect(correctBranchFact(cast.staff, over)).rejects.toMatchObject({
      message: "任期与已有任期重叠。请核对起止日期。",
    });
    await db.branchTerm.delete({ where: { id: next.id } });
  });

  test("does not let a joint branch's enterprise stand under another branch", async () => {
    const { row, enterpriseId, factId } = await covered();
    await correctBranchFact(cast.staff, correction(row.id, factId, { validTo: "2025-01-01" }));
    const own = await branch({ covers: [enterpriseId], foundedOn: "2025-01-01" });
    const open = correction(row.id, factId, { wasFrom: "2024-03-01", wasTo: "2025-01-01", validTo: null });
    await expect(correctBranchFact(cast.staff, open)).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: expect.stringContaining(`由“${own.name}”覆盖，与本次内容重叠`),
    });
  });
});

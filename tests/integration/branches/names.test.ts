import { beforeAll, describe, expect, test } from "vitest";
import { correctBranchName, renameBranch } from "@/lib/branches/commands/names";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { branch } from "@/tests/support/factories/registers";
import { freshName } from "@/tests/support/fresh";
import { type Cast, castOf, refusedAt, span, trailOf } from "./cast";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const joint = (more = {}) => branch({ committeeId: cast.committeeId, kind: "JOINT", ...more });

describe("names", () => {
  const rename = (row: { id: string; version: number }, name: string, renamedOn: string) =>
    renameBranch(cast.staff, { id: row.id, version: row.version, name, renamedOn });
  const namesOf = async (branchId: string) =>
    (await db.branchName.findMany({ where: { branchId }, orderBy: { validFrom: "asc" } })).map((held) => [
      held.name,
      span(held),
    ]);

  async function renamedTwice() {
    const row = await joint({ name: freshName("甲") });
    await rename(row, `${row.name}乙`, "2025-01-01");
    await rename({ ...row, version: 2 }, `${row.name}丙`, "2026-01-01");
    const [first, second] = await db.branchName.findMany({
      where: { branchId: row.id },
      orderBy: { validFrom: "asc" },
    });
    if (!first || !second) throw new Error("two former names expected");
    return { row, first, second };
  }

  test("each renaming keeps the former name with its days; the branch is found by the new one", async () => {
    const { row } = await renamedTwice();
    expect(await namesOf(row.id)).toEqual([
      [row.name, "2024-01-01–2025-01-01"],
      [`${row.name}乙`, "2025-01-01–2026-01-01"],
    ]);
    const now = await db.branch.findUniqueOrThrow({ where: { id: row.id } });
    expect(now).toMatchObject({ name: `${row.name}丙`, version: 3 });
    expect(now.searchKeys).toContain("丙");
    expect(await trailOf(row.id)).toMatchObject([
      { action: "branch.rename", before: { name: row.name }, after: { name: `${row.name}乙` } },
      { action: "branch.rename" },
    ]);
  });

  test("refuses the same name, a day not after the last renaming, an old form, other roles, and a name taken", async () => {
    const { row } = await renamedTwice();
    const now = { id: row.id, version: 3 };
    await expect(rename(now, `${row.name}丙`, "2026-05-01")).rejects.toMatchObject({ refusal: "CONFLICT" });
    await expect(rename(now, "丁", "2026-01-01")).rejects.toMatchObject({
      message: expect.stringContaining("现名称自2026年1月1日起使用"),
    });
    await expect(rename({ ...now, version: 2 }, "丁", "2026-05-01")).rejects.toBeInstanceOf(StaleError);
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(renameBranch(actor, { ...now, name: "丁", renamedOn: "2026-05-01" })).rejects.toMatchObject({
        refusal: "NOT_FOUND",
      });
    }
    const { name } = await joint();
    await expect(rename(now, name, "2026-05-01")).rejects.toMatchObject({
      message: expect.stringContaining("已有同名"),
    });
    expect(await namesOf(row.id)).toHaveLength(2);
  });

  const wrong = (fact: { id: string; branchId: string; name: string; validFrom: Date; validTo: Date }, more = {}) => ({
    branchId: fact.branchId,
    factId: fact.id,
    wasFrom: toDay(fact.validFrom),
    wasTo: toDay(fact.validTo),
    name: fact.name,
    renamedOn: toDay(fact.validTo),
    isDeleted: false,
    reason: "录错",
    ...more,
  });

  test("a corrected day moves the next name's first day along", async () => {
    const { row, first } = await renamedTwice();
    await correctBranchName(cast.staff, wrong(first, { name: "戊", renamedOn: "2025-03-01" }));
    expect(await namesOf(row.id)).toEqual([
      ["戊", "2024-01-01–2025-03-01"],
      [`${row.name}乙`, "2025-03-01–2026-01-01"],
    ]);
    expect((await trailOf(row.id)).at(-1)).toMatchObject({ action: "branch.correct-name", reason: "录错" });
  });

  test("a deleted name leaves its days to the next one", async () => {
    const { row, first, second } = await renamedTwice();
    await correctBranchName(cast.staff, wrong(first, { isDeleted: true }));
    expect(await namesOf(row.id)).toEqual([[`${row.name}乙`, "2024-01-01–2026-01-01"]]);
    const now = await db.branchName.findUniqueOrThrow({ where: { id: second.id } });
    await correctBranchName(cast.staff, wrong(now, { isDeleted: true }));
    expect(await namesOf(row.id)).toEqual([]);
  });

  test("refuses a day that does not lie between its neighbours, an old form and other roles", async () => {
    const { first, second } = await renamedTwice();
    for (const renamedOn of ["2024-01-01", "2026-01-01"]) {
      await expect(correctBranchName(cast.staff, wrong(first, { renamedOn }))).rejects.toMatchObject({
        message: expect.stringContaining("更名日期应晚于2024年1月1日、早于2026年1月1日"),
      });
    }
    await expect(correctBranchName(cast.staff, wrong(second, { renamedOn: "2026-11-24" }))).rejects.toMatchObject({
      message: expect.stringContaining("晚于今天"),
    });
    await expect(correctBranchName(cast.staff, wrong(first, { wasTo: "2025-02-02" }))).rejects.toMatchObject({
      message: expect.stringContaining("已被他人改动"),
    });
    for (const actor of await refusedAt(cast, first.branchId)) {
      await expect(correctBranchName(actor, wrong(first))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { updateBranch } from "@/lib/branches/commands/update-branch";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { branch, enterprise } from "@/tests/support/factories/registers";
import { freshName } from "@/tests/support/fresh";
import { type Cast, castOf, coveragesOf, refusedAt, trailOf } from "./cast";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const ofCommittee = (more = {}) => enterprise({ committeeId: cast.committeeId, ...more });

describe("updateBranch", () => {
  const edit = (row: { id: string; version: number }, more = {}) => ({
    id: row.id,
    version: row.version,
    kind: "SINGLE" as const,
    name: freshName("党支部"),
    foundedOn: "2024-01-01",
    approvingPaper: null,
    meetingPlace: "新会议室",
    buildingId: null,
    isDemonstration: false,
    ...more,
  });

  test("corrects the facts, raises the version, keeps no former name, and the trail shows both sides", async () => {
    const row = await branch({ committeeId: cast.committeeId });
    const input = edit(row);
    await updateBranch(cast.staff, input);
    expect(await db.branch.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
      name: input.name,
      meetingPlace: "新会议室",
      version: 2,
    });
    expect(await db.branchName.count({ where: { branchId: row.id } })).toBe(0);
    expect(await trailOf(row.id)).toMatchObject([
      { action: "branch.update", before: { name: row.name }, after: { name: input.name } },
    ]);
  });

  test("refuses other roles, another committee and a dissolved branch", async () => {
    const row = await branch({ committeeId: cast.committeeId });
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(updateBranch(actor, edit(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const gone = await branch({ committeeId: cast.committeeId, dissolvedOn: "2026-01-01" });
    await expect(updateBranch(cast.staff, edit(gone))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("refuses a form opened before somebody else saved, and brings what stands there now", async () => {
    const row = await branch({ committeeId: cast.committeeId });
    const theirs = edit(row);
    await updateBranch(cast.staff, theirs);
    const refused = await updateBranch(cast.staff, edit(row)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StaleError);
    expect(refused).toMatchObject({ version: 2, theirs: { name: theirs.name, meetingPlace: "新会议室" } });
  });

  test("refuses a founding day after what is recorded, takes an earlier one along to the first former name", async () => {
    const row = await branch({ committeeId: cast.committeeId });
    await db.branchName.create({
      data: { branchId: row.id, name: "旧名", validFrom: toDate("2024-01-01"), validTo: toDate("2025-01-01") },
    });
    await expect(updateBranch(cast.staff, edit(row, { foundedOn: "2024-01-02" }))).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: expect.stringContaining("2024年1月1日起的记录"),
    });
    await updateBranch(cast.staff, edit(row, { foundedOn: "2023-12-01" }));
    expect((await db.branchName.findFirstOrThrow({ where: { branchId: row.id } })).validFrom).toEqual(
      toDate("2023-12-01"),
    );
  });

  test("a kind that its coverages do not allow is refused", async () => {
    const [first, second] = [await ofCommittee(), await ofCommittee()];
    const joint = await branch({ kind: "JOINT", covers: [first.id, second.id] });
    await expect(updateBranch(cast.staff, edit(joint))).rejects.toMatchObject({ refusal: "CONFLICT" });
    const own = await branch({ covers: [(await ofCommittee({ name: freshName("公司") })).id] });
    const [[shared] = []] = await coveragesOf(own.id);
    await branch({ covers: [shared ?? ""] });
    await expect(updateBranch(cast.staff, edit(own, { kind: "JOINT" }))).rejects.toMatchObject({
      message: expect.stringContaining("联合支部覆盖的企业不能同时属于其他支部"),
    });
    expect((await db.branch.findUniqueOrThrow({ where: { id: own.id } })).kind).toBe("SINGLE");
  });

  test("a corrected kind goes along to the coverages", async () => {
    const row = await branch({ covers: [(await ofCommittee()).id] });
    await updateBranch(cast.staff, edit(row, { kind: "BUILDING_JOINT" }));
    expect(await db.branchCoverage.findFirstOrThrow({ where: { branchId: row.id } })).toMatchObject({
      branchKind: "BUILDING_JOINT",
    });
  });
});

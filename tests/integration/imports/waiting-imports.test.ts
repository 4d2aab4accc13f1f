import { beforeEach, describe, expect, test } from "vitest";
import { mintActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { cancelImport, confirmImport } from "@/lib/imports/commands/confirm-import";
import { dropForgottenImports } from "@/lib/imports/commands/drop-forgotten-imports";
import { remapImport } from "@/lib/imports/commands/remap-import";
import { takeBackImport } from "@/lib/imports/commands/take-back-import";
import { writeImport } from "@/lib/imports/commands/write-import";
import { writeWaitingImports } from "@/lib/imports/commands/write-waiting-imports";
import { findImport } from "@/lib/imports/queries/find-import";
import { secretaryOf, staffOf } from "@/tests/support/actors";
import { account, branch, committee } from "@/tests/support/factories/registers";
import { freshCreditCode, freshName } from "@/tests/support/fresh";
import { importList, judgeList, rowsOf } from "./importing";

const place = { kind: "ENTERPRISES" as const, committeeId: "", parkId: null };
const staff = () => staffOf(place.committeeId);
const oneRow = () => [
  ["企业名称", "信用代码"],
  [freshName("科技有限公司"), freshCreditCode()],
];
const statusOf = async (id: string) => (await findImport(staff(), id))?.status;

beforeEach(async () => {
  place.committeeId = (await committee()).id;
});

async function accountOfStaff(isDisabled = false) {
  const { id } = await account({ grants: [{ role: "STAFF", committeeId: place.committeeId }], isDisabled });
  return { id, actor: mintActor({ ...staff(), userId: id }) };
}

describe("the job", () => {
  test("writes what was confirmed, for the person who confirmed it", async () => {
    const { actor } = await accountOfStaff();
    const id = await judgeList(actor, place, ...oneRow());
    await confirmImport(actor, { id });
    expect(await statusOf(id)).toBe("WRITING");
    expect(await db.importFile.count({ where: { batchId: id } })).toBe(0);
    await writeWaitingImports();
    expect(await statusOf(id)).toBe("WRITTEN");
    const acts = await db.auditEntry.findMany({ where: { subjectId: id, action: "import.write" } });
    expect(acts.map(({ actorId }) => actorId)).toEqual([actor.userId, actor.userId]);
  });

  test("stops for an account that was disabled meanwhile; a colleague goes on", async () => {
    const { id: userId, actor } = await accountOfStaff();
    const id = await judgeList(actor, place, ...oneRow());
    await confirmImport(actor, { id });
    await db.user.update({ where: { id: userId }, data: { disabledAt: new Date(), disableReason: "离职" } });
    await writeWaitingImports();
    expect(await findImport(staff(), id)).toMatchObject({ status: "FAILED", failure: expect.stringContaining("停用") });
    expect(await db.enterprise.count({ where: { committeeId: place.committeeId } })).toBe(0);
    const { actor: colleague } = await accountOfStaff();
    await confirmImport(colleague, { id });
    await writeWaitingImports();
    expect(await statusOf(id)).toBe("WRITTEN");
    expect(await db.enterprise.count({ where: { committeeId: place.committeeId } })).toBe(1);
  });

  test("two workers at once write every row once", async () => {
    const { actor } = await accountOfStaff();
    const rows = Array.from({ length: 40 }, () => [freshName("科技有限公司"), freshCreditCode()]);
    const id = await judgeList(actor, place, ["企业名称", "信用代码"], ...rows);
    await confirmImport(actor, { id });
    await Promise.all([writeWaitingImports(), writeWaitingImports(), writeWaitingImports()]);
    expect(await findImport(staff(), id)).toMatchObject({ status: "WRITTEN", writtenCount: 40 });
    expect(await db.enterprise.count({ where: { committeeId: place.committeeId } })).toBe(40);
  });

  test("an upload nobody confirms within a week is cancelled, and its file is gone", async () => {
    const [old, recent] = [await judgeList(staff(), place, ...oneRow()), await judgeList(staff(), place, ...oneRow())];
    await db.importBatch.update({ where: { id: old }, data: { createdAt: new Date(Date.now() - 8 * 86_400_000) } });
    await dropForgottenImports();
    expect([await statusOf(old), await statusOf(recent)]).toEqual(["CANCELLED", "JUDGED"]);
    const files = await db.importFile.findMany({
      where: { batchId: { in: [old, recent] } },
      select: { batchId: true },
    });
    expect(files).toEqual([{ batchId: recent }]);
  });
});

describe("the columns", () => {
  const rows = () => [
    ["企业名称", "信用代码", "规模情况"],
    [freshName("科技有限公司"), freshCreditCode(), 35],
  ];
  const choice = {
    sheetName: "Sheet1",
    headerLine: 1,
    fields: { 企业名称: "name", 信用代码: "creditCode", 规模情况: "employeeCount" } as const,
  };

  test("a correction is judged again at once, and remembered for the next file of this committee", async () => {
    const id = await judgeList(staff(), place, ...rows());
    const unread = (await findImport(staff(), id))?.columns.filter(({ field }) => field === null);
    expect(unread?.map(({ header }) => header)).toEqual(["规模情况"]);
    const { sheetName } = (await findImport(staff(), id)) ?? { sheetName: "" };
    await remapImport(staff(), id, { ...choice, sheetName });
    const columnsOf = async (batchId: string) =>
      (await findImport(staff(), batchId))?.columns.map(({ field }) => field);
    expect(await columnsOf(id)).toEqual(["name", "creditCode", "employeeCount"]);
    expect(await rowsOf(id)).toHaveLength(1);
    expect(await columnsOf(await judgeList(staff(), place, ...rows()))).toEqual([
      "name",
      "creditCode",
      "employeeCount",
    ]);
    const elsewhere = { ...place, committeeId: (await committee()).id };
    const other = await judgeList(staffOf(elsewhere.committeeId), elsewhere, ...rows());
    const there = await findImport(staffOf(elsewhere.committeeId), other);
    expect(there?.columns.map(({ field }) => field)).toEqual(["name", "creditCode", null]);
  });

  test("only staff of the committee, and only while it waits", async () => {
    const id = await judgeList(staff(), place, ...rows());
    const unit = await branch({ committeeId: place.committeeId });
    for (const stranger of [staffOf((await committee()).id), secretaryOf(unit.id)]) {
      await expect(remapImport(stranger, id, choice)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      await expect(cancelImport(stranger, { id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      await expect(takeBackImport(stranger, { id, reason: "试" })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(takeBackImport(staff(), { id, reason: "试" })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await cancelImport(staff(), { id });
    expect(await statusOf(id)).toBe("CANCELLED");
    await expect(confirmImport(staff(), { id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await expect(writeImport(staff(), id)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    const written = await importList(staff(), place, ...oneRow());
    await expect(cancelImport(staff(), { id: written })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    const acts = await db.auditEntry.findMany({ where: { subjectId: id }, select: { action: true } });
    expect(acts.map(({ action }) => action).sort()).toEqual(["import.cancel", "import.judge"]);
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { updateRecord } from "@/lib/org-life/commands/update-record";
import { withdrawRecord } from "@/lib/org-life/commands/withdraw-record";
import { heldMeetings } from "@/lib/org-life/queries/held-meetings";
import { recordHistory } from "@/lib/org-life/queries/record-history";
import type { EditedRecord } from "@/lib/org-life/schema";
import { plan, summary } from "@/tests/support/factories/quarter";
import { type Cast, castOf, meeting, recorded, trailOf } from "./cast";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf();
});

function edit(id: string, more: Partial<EditedRecord> = {}): EditedRecord {
  const { branchId: _branch, ...facts } = meeting(cast);
  return { ...facts, id, version: 1, ...more };
}

async function accept(quarter: 3 | 4): Promise<void> {
  const expects = [{ id: cast.branchId, name: cast.branchName }];
  const made = await plan({ year: 2026, quarter, committeeId: cast.committeeId, expects });
  await summary({ planId: made.id, branchId: cast.branchId, status: "ACCEPTED" });
}

describe("updateRecord", () => {
  test("changes everything, raises the version, and the trail keeps both sides", async () => {
    const id = await recorded(cast);
    const marks = meeting(cast).marks.map((mark, index) =>
      index === 0 ? { ...mark, state: "LEAVE" as const, reason: "出差" } : mark,
    );
    const resolutions = [{ text: "同意", entitledCount: null, presentCount: null, forCount: 2 }];
    await updateRecord(cast.staff, edit(id, { topic: "改后的主题", heldOn: "2026-11-06", marks, resolutions }));
    const record = await db.orgLifeRecord.findUniqueOrThrow({
      where: { id },
      include: { attendance: true, resolutions: true },
    });
    expect(record).toMatchObject({ topic: "改后的主题", version: 2 });
    expect(record.attendance).toHaveLength(4);
    expect(record.resolutions).toMatchObject([{ forCount: 2, presentCount: 2 }]);
    expect((await trailOf(id)).at(-1)).toMatchObject({
      action: "orgLife.update",
      before: { topic: "学习交流", heldOn: "2026-11-05" },
      after: { topic: "改后的主题", heldOn: "2026-11-06" },
    });
  });

  test("for everybody else the record is not there, to change or to withdraw", async () => {
    const id = await recorded(cast);
    for (const [who, actor] of cast.strangers) {
      await expect(updateRecord(actor, edit(id)), who).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      const withdrawal = withdrawRecord(actor, { id, version: 1, reason: "试" });
      await expect(withdrawal, who).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await db.orgLifeRecord.findUniqueOrThrow({ where: { id } })).toMatchObject({
      version: 1,
      withdrawnAt: null,
    });
  });

  test("refuses a form opened before somebody else saved, and brings what stands there now", async () => {
    const id = await recorded(cast);
    await updateRecord(cast.staff, edit(id, { topic: "他人的主题" }));
    const refusal = await updateRecord(cast.secretary, edit(id)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StaleError);
    expect(refusal).toMatchObject({ version: 2, theirs: { topic: "他人的主题" } });
  });

  test("it is no twin of itself, but of another record of the day it is moved to", async () => {
    await recorded(cast, { heldOn: "2026-11-10" });
    const id = await recorded(cast);
    await updateRecord(cast.secretary, edit(id));
    const moved = edit(id, { version: 2, heldOn: "2026-11-10" });
    await expect(updateRecord(cast.secretary, moved)).rejects.toThrow("确实是两次会议");
    await updateRecord(cast.secretary, { ...moved, isSeparate: true });
  });

  test("neither out of an accepted quarter nor into one", async () => {
    const [inside, outside] = [await recorded(cast, { heldOn: "2026-09-01" }), await recorded(cast)];
    await accept(3);
    await expect(updateRecord(cast.staff, edit(inside))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await expect(updateRecord(cast.staff, edit(outside, { heldOn: "2026-09-02" }))).rejects.toThrow("已通过审核");
    const withdrawal = withdrawRecord(cast.staff, { id: inside, version: 1, reason: "试" });
    await expect(withdrawal).rejects.toThrow("重新开放");
  });
});

describe("withdrawRecord", () => {
  test("keeps the record with its reason, counts it nowhere, and nothing follows", async () => {
    const id = await recorded(cast);
    await withdrawRecord(cast.secretary, { id, version: 1, reason: "重复登记" });
    expect(await db.orgLifeRecord.findUniqueOrThrow({ where: { id } })).toMatchObject({ withdrawReason: "重复登记" });
    expect(await heldMeetings(cast.staff, { from: "2026-10-01", to: "2026-12-31" })).toEqual([]);
    expect((await trailOf(id)).at(-1)).toMatchObject({ action: "orgLife.withdraw", reason: "重复登记" });
    const again = withdrawRecord(cast.secretary, { id, version: 2, reason: "再次" });
    await expect(again).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await expect(updateRecord(cast.secretary, edit(id, { version: 2 }))).rejects.toThrow("已撤销");
    await recorded(cast);
  });

  test("refuses an old version", async () => {
    const id = await recorded(cast);
    await updateRecord(cast.staff, edit(id));
    await expect(withdrawRecord(cast.secretary, { id, version: 1, reason: "试" })).rejects.toBeInstanceOf(StaleError);
  });
});

describe("the history of a record", () => {
  test("says who changed what, members by name, to those who read the record and nobody else", async () => {
    const id = await recorded(cast);
    const [first = ""] = cast.memberIds;
    const marks = meeting(cast).marks.map((mark) =>
      mark.memberId === first ? { ...mark, state: "LEAVE" as const, reason: "出差" } : mark,
    );
    await updateRecord(cast.staff, edit(id, { marks }));
    const { name } = await db.member.findUniqueOrThrow({ where: { id: first } });
    const [update, creation] = await recordHistory(cast.secretary, id);
    expect(update).toMatchObject({ actorName: cast.staff.name, words: "修改组织生活记录" });
    expect(update?.changes).toEqual([
      { field: `attendance.${name}`, before: "出席", after: "请假：出差", isChanged: true },
    ]);
    expect(creation).toMatchObject({ actorName: cast.secretary.name, changes: [] });
    for (const [who, actor] of cast.strangers) expect(await recordHistory(actor, id), who).toEqual([]);
  });
});

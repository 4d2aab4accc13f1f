import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { attachmentsPerOwner } from "@/lib/files/attach-file";
import { keptPath } from "@/lib/files/file-folder";
import { openSealedFile } from "@/lib/files/sealed-file";
import { addAttachment, removeAttachment } from "@/lib/org-life/commands/attachments";
import { withdrawRecord } from "@/lib/org-life/commands/withdraw-record";
import { findAttachment, mayAttachTo } from "@/lib/org-life/queries/find-attachment";
import { withForm } from "@/tests/support/actors";
import { plan, summary } from "@/tests/support/factories/quarter";
import { giveOwnFiles } from "@/tests/support/files/own-files";
import { type Cast, castOf, recorded, trailOf } from "./cast";

const keep = giveOwnFiles();

let cast: Cast;
let recordId: string;
beforeEach(async () => {
  cast = await castOf();
  recordId = await recorded(cast);
});

const kept = (text?: string, name = "签到表.pdf") => keep(name, text);

describe("addAttachment", () => {
  test("keeps the file sealed, its facts, and the trail; whoever reads the record may fetch it", async () => {
    const file = await kept("whole");
    await addAttachment(cast.secretary, recordId, file);
    expect(await findAttachment(cast.staff, file.id)).toMatchObject({
      name: "签到表.pdf",
      mediaType: "application/pdf",
    });
    const text = Buffer.concat(await Array.fromAsync(openSealedFile(file.id)));
    expect([text.length, text.toString().endsWith("%whole")]).toEqual([file.byteCount, true]);
    expect((await trailOf(recordId)).at(-1)).toMatchObject({
      action: "attachment.add",
      after: { attachment: "签到表.pdf" },
    });
  });

  test("S28: by a guessed id nobody else finds it, adds one or removes it; what was refused is not left on the disk", async () => {
    const file = await kept();
    await addAttachment(cast.secretary, recordId, file);
    for (const [who, actor] of cast.strangers) {
      expect(await findAttachment(actor, file.id), who).toBeNull();
      expect(await mayAttachTo(actor, recordId), who).toBe(false);
      await expect(removeAttachment(actor, { id: file.id }), who).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      const other = await kept();
      await expect(addAttachment(actor, recordId, other), who).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      expect(existsSync(keptPath(other.id)), who).toBe(false);
    }
    expect(existsSync(keptPath(file.id))).toBe(true);
    expect(await findAttachment(cast.staff, "../../secrets.json")).toBeNull();
    expect(await findAttachment(cast.staff, randomUUID())).toBeNull();
  });

  test("at most ten, none twice, two at once do not make eleven", async () => {
    const same = await kept("same");
    await addAttachment(cast.secretary, recordId, same);
    await expect(addAttachment(cast.secretary, recordId, await kept("same"))).rejects.toThrow("已经上传过");
    for (let count = 1; count < attachmentsPerOwner - 1; count++) {
      await addAttachment(cast.secretary, recordId, await kept());
    }
    const lastTwo = [await kept(), await kept()].map((file) => addAttachment(cast.staff, recordId, file));
    const results = await Promise.allSettled(lastTwo);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await removeAttachment(cast.secretary, { id: same.id });
    await addAttachment(cast.secretary, recordId, await kept());
  });

  test("a double press keeps one file", async () => {
    const actor = withForm(cast.secretary);
    const [first, second] = [await kept("double"), await kept("double")];
    await addAttachment(actor, recordId, first);
    expect(await addAttachment(actor, recordId, second)).toEqual({ id: first.id });
    expect([existsSync(keptPath(first.id)), existsSync(keptPath(second.id))]).toEqual([true, false]);
  });

  test("neither on a withdrawn record nor in an accepted quarter, and what hangs there stays", async () => {
    const file = await kept();
    await addAttachment(cast.secretary, recordId, file);
    const expects = [{ id: cast.branchId, name: cast.branchName }];
    const made = await plan({ year: 2026, quarter: 4, committeeId: cast.committeeId, expects });
    await summary({ planId: made.id, branchId: cast.branchId, status: "ACCEPTED" });
    await expect(addAttachment(cast.staff, recordId, await kept())).rejects.toThrow("已通过审核");
    await expect(removeAttachment(cast.staff, { id: file.id })).rejects.toThrow("已通过审核");
    expect(existsSync(keptPath(file.id))).toBe(true);
    const gone = await recorded(cast, { heldOn: "2026-09-01" });
    await withdrawRecord(cast.secretary, { id: gone, version: 1, reason: "重复" });
    await expect(addAttachment(cast.secretary, gone, await kept())).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("S47: who sent a gigabyte within a day is asked to wait", async () => {
    const sender = withForm(cast.secretary);
    await db.attachment.create({
      data: {
        recordId,
        name: "大文件.pdf",
        mediaType: "application/pdf",
        byteCount: 1024 * 1024 * 1024,
        sha256: "x",
        createdById: sender.userId,
        createdByName: "党支部书记",
      },
    });
    await expect(addAttachment(sender, recordId, await kept())).rejects.toThrow("已达上限");
  });
});

describe("removeAttachment", () => {
  test("deletes the file, keeps the row and the trail; S28: afterwards it is not there", async () => {
    const file = await kept();
    await addAttachment(cast.secretary, recordId, file);
    expect(await removeAttachment(cast.staff, { id: file.id })).toEqual({ id: recordId });
    expect(existsSync(keptPath(file.id))).toBe(false);
    expect(await findAttachment(cast.staff, file.id)).toBeNull();
    expect((await db.attachment.findUniqueOrThrow({ where: { id: file.id } })).removedAt).not.toBeNull();
    expect((await trailOf(recordId)).at(-1)).toMatchObject({
      action: "attachment.remove",
      before: { attachment: "签到表.pdf" },
    });
    await expect(removeAttachment(cast.staff, { id: file.id })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  });
});

import { randomUUID } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { attachmentsPerOwner } from "@/lib/files/attach-file";
import { keptPath } from "@/lib/files/file-folder";
import { sweepFiles } from "@/lib/jobs/sweep-files";
import { addVisitFile, removeVisitFile } from "@/lib/visits/commands/attachments";
import { askConfirmation, confirmVisitByLink } from "@/lib/visits/commands/confirm-by-link";
import { withdrawVisit } from "@/lib/visits/commands/correct-visit";
import { recordVisit } from "@/lib/visits/commands/record-visit";
import { findConfirmedVisit } from "@/lib/visits/queries/find-confirmed";
import { findVisitFile, mayAttachToVisit } from "@/lib/visits/queries/find-file";
import { findVisit } from "@/lib/visits/queries/find-visit";
import { type Cast, castOf, day, sent } from "@/tests/integration/visits/cast";
import { anonymousOf, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { assignment, committee, instructor } from "@/tests/support/factories/registers";
import { giveOwnFiles } from "@/tests/support/files/own-files";

const keep = giveOwnFiles();

let cast: Cast;
let id: string;
beforeEach(async () => {
  cast = await castOf();
  id = (await recordVisit(cast.instructor, sent(cast))).id;
});

const kept = () => keep("走访照片.pdf");

const trailOf = async (subjectId: string) =>
  (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(({ action }) => action);

/** Sees the visit today: assigned to the enterprise, but the visit is not the own one. */
async function successor(): Promise<Actor> {
  const other = (await instructor({ committeeId: cast.committeeId })).id;
  await assignment({ instructorId: other, enterpriseId: cast.enterpriseId });
  return instructorOf(other, { day });
}

/** No file may be added or taken off, and the one that was sent is not left on the disk. */
async function expectRefused(actor: Actor, fileId: string, refusal: string) {
  expect(await mayAttachToVisit(actor, id)).toBe(false);
  const refused = await kept();
  await expect(addVisitFile(actor, id, refused)).rejects.toMatchObject({ refusal });
  expect(existsSync(keptPath(refused.id))).toBe(false);
  await expect(removeVisitFile(actor, { id: fileId })).rejects.toMatchObject({ refusal });
  expect(existsSync(keptPath(fileId))).toBe(true);
}

describe("files of a visit", () => {
  test("its instructor adds one, whoever sees the visit reads it, the instructor takes it off and it is gone", async () => {
    const file = await kept();
    await addVisitFile(cast.instructor, id, file);
    for (const actor of [cast.instructor, cast.staff, await successor()]) {
      expect(await findVisitFile(actor, file.id)).toMatchObject({ name: "走访照片.pdf" });
      expect((await findVisit(actor, id))?.attachments).toMatchObject([{ id: file.id }]);
    }
    expect(await removeVisitFile(cast.instructor, { id: file.id })).toEqual({ id });
    expect(await findVisitFile(cast.instructor, file.id)).toBeNull();
    expect((await findVisit(cast.staff, id))?.attachments).toEqual([]);
    expect(existsSync(keptPath(file.id))).toBe(false);
    expect(await trailOf(id)).toEqual(["visit.record", "attachment.add", "attachment.remove"]);
  });

  test("S28: by a guessed id nobody else finds one; neither they nor those who only read add or remove one", async () => {
    const file = await kept();
    await addVisitFile(cast.instructor, id, file);
    const strangers = [
      ...cast.refused.filter((actor) => actor !== cast.staff),
      staffOf((await committee()).id, { day }),
      anonymousOf({ day, committeeIds: [cast.committeeId] }),
    ];
    for (const actor of strangers) expect(await findVisitFile(actor, file.id)).toBeNull();
    for (const actor of [...strangers, cast.staff, await successor()]) {
      await expectRefused(actor, file.id, "NOT_FOUND");
    }
    expect(await findVisitFile(cast.instructor, "../../secrets.json")).toBeNull();
    expect(await trailOf(id)).toEqual(["visit.record", "attachment.add"]);
  });

  test("a secretary reads those of a visit to the own branch, and none of a visit to the enterprise it covers", async () => {
    const toBranch = { enterpriseId: null, branchId: cast.branchId };
    const branchVisit = (await recordVisit(cast.instructor, sent(cast, toBranch))).id;
    const [ofBranch, ofEnterprise] = [await kept(), await kept()];
    await addVisitFile(cast.instructor, branchVisit, ofBranch);
    await addVisitFile(cast.instructor, id, ofEnterprise);
    const secretary = secretaryOf(cast.branchId, { day });
    expect(await findVisitFile(secretary, ofBranch.id)).not.toBeNull();
    expect(await findVisitFile(secretary, ofEnterprise.id)).toBeNull();
  });

  test("the enterprise that confirms by a link is shown none; once it has confirmed, none comes or goes", async () => {
    const file = await kept();
    await addVisitFile(cast.instructor, id, file);
    const { token } = await askConfirmation(cast.instructor, { id });
    const shown = await findConfirmedVisit(token ?? "");
    expect(JSON.stringify(shown)).not.toMatch(/走访照片|attachment/);
    await confirmVisitByLink(anonymousOf({ day }), { token: token ?? "", name: "王经理" });
    await expectRefused(cast.instructor, file.id, "WRONG_STATE");
    expect(await findVisitFile(cast.staff, file.id)).not.toBeNull();
  });

  test("one that was withdrawn takes none, and what hangs there stays for whoever sees it", async () => {
    const file = await kept();
    await addVisitFile(cast.instructor, id, file);
    await withdrawVisit(cast.instructor, { id, version: 1, reason: "重复" });
    await expectRefused(cast.instructor, file.id, "WRONG_STATE");
    expect(await findVisitFile(cast.staff, file.id)).not.toBeNull();
  });

  test("of two sent at once the last place holds one", async () => {
    for (let count = 1; count < attachmentsPerOwner; count++) await addVisitFile(cast.instructor, id, await kept());
    const lastTwo = [await kept(), await kept()].map((file) => addVisitFile(cast.instructor, id, file));
    const results = await Promise.allSettled(lastTwo);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

test("a crash between taking a file off and deleting it: the night makes it good, and touches nothing else", async () => {
  const [off, stays] = [
    await addVisitFile(cast.instructor, id, await kept()),
    await addVisitFile(cast.instructor, id, await kept()),
  ];
  await removeVisitFile(cast.instructor, { id: off.id });
  const unknown = randomUUID();
  for (const left of [off.id, unknown]) writeFileSync(keptPath(left), "sealed");
  await sweepFiles();
  expect([off.id, stays.id, unknown].map((file) => existsSync(keptPath(file)))).toEqual([false, true, true]);
});

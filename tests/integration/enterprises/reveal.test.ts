import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createEnterprise } from "@/lib/enterprises/commands/create-enterprise";
import { revealContact } from "@/lib/enterprises/commands/reveal-contact";
import { type Cast, castOf, form, readersOf, trailOf } from "@/tests/integration/enterprises/cast";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, withForm } from "@/tests/support/actors";
import { account, branch, enterprise, instructor } from "@/tests/support/factories/registers";
import { freshPhone } from "@/tests/support/fresh";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const purpose = { purpose: "VISIT" as const, detail: null };

async function withPhone() {
  const phone = freshPhone();
  const { id } = await createEnterprise(cast.staff, form(cast.committeeId, { contactPhone: phone }));
  return { id, phone };
}

test("staff, the secretary and the instructor get the number; each asking is in the trail with its purpose", async () => {
  const { id, phone } = await withPhone();
  const readers = await readersOf(id);
  const askers = [cast.staff, readers.secretary, readers.instructor];
  for (const actor of askers) expect(await revealContact(actor, { id, ...purpose })).toBe(phone);
  const other = { id, purpose: "OTHER" as const, detail: "年度回访" };
  expect(await revealContact(cast.staff, other)).toBe(phone);
  const [, ...entries] = await trailOf(id);
  expect(entries.map(({ action, actorId, reason }) => [action, actorId, reason])).toEqual([
    ...askers.map(({ userId }) => ["enterprise.reveal", userId, "安排走访"]),
    ["enterprise.reveal", cast.staff.userId, "其他：年度回访"],
  ]);
});

test("the number stands neither in the trail nor in what is kept for a second press", async () => {
  const { id, phone } = await withPhone();
  const user = await account();
  const actor = withForm({ ...cast.staff, userId: user.id });
  expect(await revealContact(actor, { id, ...purpose })).toBe(phone);
  expect(await revealContact(actor, { id, ...purpose })).toBe(phone);
  const kept = await db.idempotencyKey.findMany({ where: { userId: user.id } });
  expect(kept).toHaveLength(1);
  expect(JSON.stringify([kept, await trailOf(id)])).not.toContain(phone);
  expect((await trailOf(id)).filter(({ action }) => action === "enterprise.reveal")).toHaveLength(1);
});

test("refuses everybody in whose scope the enterprise is not, and leaves no entry", async () => {
  const { id } = await withPhone();
  const others = [
    cast.stranger,
    secretaryOf((await branch({ committeeId: cast.committeeId })).id),
    instructorOf((await instructor({ committeeId: cast.committeeId })).id),
    administrator(),
    auditor(),
    anonymousOf({ committeeIds: [cast.committeeId] }),
  ];
  for (const actor of others) {
    await expect(revealContact(actor, { id, ...purpose })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  }
  expect((await trailOf(id)).map(({ action }) => action)).toEqual(["enterprise.create"]);
});

test("refuses where there is no number", async () => {
  const { id } = await enterprise({ committeeId: cast.committeeId });
  await expect(revealContact(cast.staff, { id, ...purpose })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  expect(await trailOf(id)).toEqual([]);
});

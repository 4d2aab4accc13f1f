import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { revealNumber } from "@/lib/members/commands/reveal-number";
import { updateMember } from "@/lib/members/commands/update-member";
import { editedMember } from "@/lib/members/schema";
import { type Cast, castOf, memberOf, refusedAt, trailOf } from "@/tests/integration/members/cast";
import { secretaryOf, withForm } from "@/tests/support/actors";
import { branch } from "@/tests/support/factories/registers";
import { freshIdNumber, freshPhone } from "@/tests/support/fresh";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const asked = (id: string, what: "idNumber" | "phone") => ({ id, what, purpose: "CONTACT" as const, detail: null });

test("S26: staff get the number with a purpose, and each asking is in the trail", async () => {
  const [idNumber, phone] = [freshIdNumber(), freshPhone()];
  const { id } = await memberOf(cast, { idNumber, phone });
  expect(await revealNumber(cast.staff, asked(id, "idNumber"))).toBe(idNumber);
  const other = { ...asked(id, "phone"), purpose: "OTHER" as const, detail: "核对报名表" };
  expect(await revealNumber(cast.staff, other)).toBe(phone);
  const trail = await trailOf(id);
  expect(trail.map(({ action, reason, after }) => [action, reason, after])).toEqual([
    ["member.reveal", "工作联系", { field: "idNumber", label: "身份证号" }],
    ["member.reveal", "其他：核对报名表", { field: "phone", label: "手机号" }],
  ]);
  expect(trail.every(({ actorId }) => actorId === cast.staff.userId)).toBe(true);
});

test("the number stands neither in the trail nor in clear in what is kept for a second press", async () => {
  const idNumber = freshIdNumber();
  const { id } = await memberOf(cast, { idNumber });
  const actor = withForm(cast.staff);
  for (const _press of [1, 2]) expect(await revealNumber(actor, asked(id, "idNumber"))).toBe(idNumber);
  const kept = await db.idempotencyKey.findMany({ where: { key: actor.requestKey ?? "" } });
  expect(kept).toHaveLength(1);
  expect(JSON.stringify([kept, await trailOf(id)])).not.toContain(idNumber);
});

test("a secretary gets the phone of a member of the own branch, no ID number, and nobody else's phone", async () => {
  const phone = freshPhone();
  const { id } = await memberOf(cast, { phone });
  const secretary = secretaryOf(cast.branchId, { day: cast.staff.day });
  expect(await revealNumber(secretary, asked(id, "phone"))).toBe(phone);
  await expect(revealNumber(secretary, asked(id, "idNumber"))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  const abroad = await branch({ committeeId: cast.committeeId });
  const { id: other } = await memberOf(cast, { branchId: abroad.id });
  await expect(revealNumber(secretary, asked(other, "phone"))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  expect(await trailOf(id)).toHaveLength(1);
  expect(await trailOf(other)).toEqual([]);
});

test("nobody else gets an ID number, and no entry says that one was seen", async () => {
  const { id } = await memberOf(cast);
  for (const actor of await refusedAt(cast)) {
    await expect(revealNumber(actor, asked(id, "idNumber"))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  }
  expect(await trailOf(id)).toEqual([]);
});

test("a phone that is not on file is refused in words", async () => {
  const { id, name } = await memberOf(cast);
  const form = { id, version: 1, name, stage: "FULL", isPhoneRemoved: "yes" };
  await updateMember(cast.staff, editedMember.parse(form));
  await expect(revealNumber(cast.staff, asked(id, "phone"))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
});

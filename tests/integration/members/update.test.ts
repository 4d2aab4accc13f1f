import { beforeAll, describe, expect, test } from "vitest";
import { decryptPersonal } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { updateMember } from "@/lib/members/commands/update-member";
import { editedMember } from "@/lib/members/schema";
import { type Cast, castOf, memberOf, refusedAt, rowOf, trailOf } from "@/tests/integration/members/cast";
import { staffOf } from "@/tests/support/actors";
import { freshIdNumber, freshName, freshPhone } from "@/tests/support/fresh";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

type Row = { id: string; version: number; name: string };

const edit = ({ id, version, name }: Row, fields: Record<string, string> = {}) =>
  editedMember.parse({
    id,
    version,
    name,
    stage: "FULL",
    joinedOn: "2020-01-01",
    becameFullOn: "2021-01-01",
    ...fields,
  });

test("corrects the facts, and the trail shows both sides", async () => {
  const row = await memberOf(cast);
  const name = freshName("更正");
  await updateMember(cast.staff, edit(row, { name, ethnicity: "土家族", education: "大学本科", isMobile: "yes" }));
  const after = { name, ethnicity: "土家族", education: "大学本科", isMobile: true };
  expect(await rowOf(row.id)).toMatchObject({ ...after, version: 2, gender: "FEMALE" });
  expect(await trailOf(row.id)).toMatchObject([
    { action: "member.update", subjectName: name, before: { name: row.name, isMobile: false }, after },
  ]);
});

describe("the numbers on file", () => {
  test("stay as they are when their fields are left empty", async () => {
    const row = await memberOf(cast);
    await updateMember(cast.staff, edit(row));
    const { idNumberCipher, phoneCipher, birthOn } = await rowOf(row.id);
    expect({ idNumberCipher, phoneCipher, birthOn }).toEqual({
      idNumberCipher: row.idNumberCipher,
      phoneCipher: row.phoneCipher,
      birthOn: row.birthOn,
    });
  });

  test("change when typed anew, and the trail only says that they did", async () => {
    const row = await memberOf(cast);
    const [idNumber, phone] = [freshIdNumber(), freshPhone()];
    await updateMember(cast.staff, edit(row, { idNumber, phone }));
    const now = await rowOf(row.id);
    expect([decryptPersonal(now.idNumberCipher), decryptPersonal(now.phoneCipher ?? "")]).toEqual([idNumber, phone]);
    expect(now.birthOn?.toISOString().slice(0, 10).replaceAll("-", "")).toBe(idNumber.slice(6, 14));
    const trail = await trailOf(row.id);
    expect(trail).toMatchObject([{ after: { isIdNumberChanged: true, isPhoneChanged: true } }]);
    expect(JSON.stringify(trail)).not.toContain(idNumber);
    expect(JSON.stringify(trail)).not.toContain(phone);
  });

  test("a phone can be taken out", async () => {
    const row = await memberOf(cast);
    await updateMember(cast.staff, edit(row, { isPhoneRemoved: "yes" }));
    expect(await rowOf(row.id)).toMatchObject({ phoneCipher: null, phoneHash: null, phoneTailHash: null });
  });

  test("an ID number of somebody else in the committee is refused", async () => {
    const idNumber = freshIdNumber();
    await memberOf(cast, { idNumber });
    const row = await memberOf(cast);
    await expect(updateMember(cast.staff, edit(row, { idNumber }))).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect(await rowOf(row.id)).toMatchObject({ version: 1, idNumberHash: row.idNumberHash });
  });
});

test("refuses every other role and another committee as if the member were not there", async () => {
  const row = await memberOf(cast);
  for (const actor of await refusedAt(cast)) {
    await expect(updateMember(actor, edit(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  }
  expect((await rowOf(row.id)).version).toBe(1);
  expect(await trailOf(row.id)).toEqual([]);
});

test("refuses a form opened before somebody else saved, and brings what stands there now", async () => {
  const row = await memberOf(cast);
  await updateMember(cast.staff, edit(row, { name: "先存的人" }));
  const refused = await updateMember(cast.staff, edit(row)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StaleError);
  expect(refused).toMatchObject({ version: 2, theirs: { name: "先存的人", stage: "正式党员" } });
  expect(await trailOf(row.id)).toHaveLength(1);
});

test("R8: of five people who save at once, one wins and the others are told", async () => {
  const row = await memberOf(cast);
  const saves = Array.from({ length: 5 }, () => updateMember(staffOf(cast.committeeId), edit(row)));
  const outcomes = await Promise.allSettled(saves);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(StaleError);
  }
  expect((await rowOf(row.id)).version).toBe(2);
  expect(await db.auditEntry.count({ where: { subjectId: row.id } })).toBe(1);
});

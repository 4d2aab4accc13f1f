import { beforeAll, describe, expect, test } from "vitest";
import { decryptPersonal, searchHash } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { createEnterprise } from "@/lib/enterprises/commands/create-enterprise";
import { renameEnterprise } from "@/lib/enterprises/commands/rename-enterprise";
import { type Cast, castOf, day, form, placesOf, rowOf, trailOf } from "@/tests/integration/enterprises/cast";
import {
  administrator,
  anonymousOf,
  auditor,
  instructorOf,
  secretaryOf,
  staffOf,
  withForm,
} from "@/tests/support/actors";
import { branch, committee, enterprise, instructor, park } from "@/tests/support/factories/registers";
import { freshCreditCode, freshName, freshPhone } from "@/tests/support/fresh";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const place = () => ({ place: `${cast.parkId}:${cast.buildingId}`, isSettled: "yes", locatedOn: "2025-05-01" });

describe("createEnterprise", () => {
  test("registers it with its place, findable by its initials, and staff as the source of what was typed", async () => {
    const input = form(cast.committeeId, { name: "青岚云(重庆)科技有限公司", employeeCount: "50", ...place() });
    const { id } = await createEnterprise(cast.staff, input);
    const row = await rowOf(id);
    expect(row).toMatchObject({ name: "青岚云（重庆）科技有限公司", nameKey: "青岚云(重庆)科技有限公司", version: 1 });
    expect(row.searchKeys).toContain("~ql");
    expect(row.sources).toMatchObject({
      employeeCount: [{ source: "STAFF", on: day, value: 50 }],
      isSettled: [{ source: "STAFF", on: day, value: true }],
    });
    expect(row.sources).not.toHaveProperty("address");
    expect(await placesOf(id)).toEqual([[cast.parkId, cast.buildingId, true, "2025-05-01–"]]);
    expect(await trailOf(id)).toMatchObject([
      { action: "enterprise.create", actorId: cast.staff.userId, committeeId: cast.committeeId, subjectName: row.name },
    ]);
  });

  test("keeps a contact's number encrypted, masked in the sources, and nowhere in the trail", async () => {
    const phone = freshPhone();
    const { id } = await createEnterprise(cast.staff, form(cast.committeeId, { contactPhone: phone }));
    const row = await rowOf(id);
    expect(decryptPersonal(row.contactPhoneCipher ?? "")).toBe(phone);
    expect(row.contactPhoneTailHash).toBe(searchHash("phoneTail", phone.slice(-4)));
    expect(JSON.stringify([row, await trailOf(id)])).not.toContain(phone);
  });

  test("refuses every other role and staff of another committee", async () => {
    const input = form(cast.committeeId);
    const { id: instructorId } = await instructor({ committeeId: cast.committeeId });
    const others = [
      cast.stranger,
      secretaryOf((await branch({ committeeId: cast.committeeId })).id),
      instructorOf(instructorId),
      administrator(),
      auditor(),
      anonymousOf({ committeeIds: [cast.committeeId] }),
    ];
    for (const actor of others) {
      await expect(createEnterprise(actor, input)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await db.enterprise.count({ where: { name: input.name } })).toBe(0);
    expect(await db.auditEntry.count({ where: { subjectName: input.name } })).toBe(0);
  });

  test("refuses a park out of scope, a building of another park, and a park no longer in use", async () => {
    const foreign = await park();
    const closed = await park({ committeeId: cast.committeeId, closedOn: "2025-01-01" });
    const other = await park({ committeeId: cast.committeeId });
    const at = (text: string) => form(cast.committeeId, { ...place(), place: text });
    await expect(createEnterprise(cast.staff, at(foreign.id))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    await expect(createEnterprise(cast.staff, at(`${other.id}:${cast.buildingId}`))).rejects.toMatchObject({
      refusal: "NOT_FOUND",
    });
    await expect(createEnterprise(cast.staff, at(closed.id))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("refuses a place from a day in the future", async () => {
    const input = form(cast.committeeId, { ...place(), locatedOn: "2026-11-24" });
    await expect(createEnterprise(cast.staff, input)).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect(await db.enterprise.count({ where: { name: input.name } })).toBe(0);
  });

  test("one form pressed five times at once makes one enterprise", async () => {
    const input = form(cast.committeeId);
    const actor = withForm(cast.staff);
    const answers = await Promise.all(Array.from({ length: 5 }, () => createEnterprise(actor, input)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await db.enterprise.count({ where: { name: input.name } })).toBe(1);
    expect(await db.auditEntry.count({ where: { subjectName: input.name } })).toBe(1);
  });
});

describe("one enterprise is registered once", () => {
  const refused = { refusal: "CONFLICT" };
  const create = (fields: Record<string, string>) => createEnterprise(cast.staff, form(cast.committeeId, fields));

  test("the same credit code", async () => {
    const creditCode = freshCreditCode();
    await create({ creditCode });
    await expect(create({ creditCode })).rejects.toMatchObject(refused);
  });

  test("the same name in another spelling, where one of the two has no code", async () => {
    const name = `${freshName("")}（重庆）有限公司`;
    await create({ name, creditCode: "" });
    await expect(create({ name: name.replace("（重庆）", "(重庆)") })).rejects.toMatchObject(refused);
    const coded = await enterprise({ committeeId: cast.committeeId });
    await expect(create({ name: coded.name, creditCode: "" })).rejects.toMatchObject(refused);
  });

  test("the former name of another, without a code", async () => {
    const row = await enterprise({ committeeId: cast.committeeId });
    const input = { id: row.id, version: 1, name: freshName("新名公司"), renamedOn: "2025-01-01" };
    await renameEnterprise(cast.staff, input);
    await expect(create({ name: row.name, creditCode: "" })).rejects.toMatchObject(refused);
  });

  test("two codes under one name are two enterprises, and another committee's register is another register", async () => {
    const row = await enterprise({ committeeId: cast.committeeId });
    await expect(create({ name: row.name })).resolves.toHaveProperty("id");
    const elsewhere = (await committee()).id;
    const input = form(elsewhere, { name: row.name, creditCode: row.creditCode ?? "" });
    await expect(createEnterprise(staffOf(elsewhere, { day }), input)).resolves.toHaveProperty("id");
  });
});

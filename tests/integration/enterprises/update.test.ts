import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { decryptPersonal } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { createEnterprise } from "@/lib/enterprises/commands/create-enterprise";
import { renameEnterprise } from "@/lib/enterprises/commands/rename-enterprise";
import { updateEnterprise } from "@/lib/enterprises/commands/update-enterprise";
import { editedEnterprise } from "@/lib/enterprises/schema";
import { StaleError } from "@/lib/errors";
import { type Cast, castOf, day, form, refusedAt, rowOf, span, trailOf } from "@/tests/integration/enterprises/cast";
import { enterprise } from "@/tests/support/factories/registers";
import { freshName, freshPhone } from "@/tests/support/fresh";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

type Row = { id: string; name: string; version: number; creditCode: string | null };

/** The edit form of a row as it opens, with some fields typed over. */
const edit = (row: Row, fields: Record<string, string> = {}) =>
  editedEnterprise.parse({
    id: row.id,
    version: row.version,
    name: row.name,
    creditCode: row.creditCode ?? "",
    category: "TECHNOLOGY",
    registeredOn: "2020-01-01",
    ...fields,
  });

describe("updateEnterprise", () => {
  test("changes facts; only the changed ones get staff and today as their source; the trail shows both sides", async () => {
    const row = await enterprise({ committeeId: cast.committeeId, employeeCount: 40 });
    await updateEnterprise(cast.staff, edit(row, { employeeCount: "45", address: "数据谷中路107号" }));
    expect(await rowOf(row.id)).toMatchObject({
      employeeCount: 45,
      version: 2,
      sources: {
        employeeCount: [{ source: "STAFF", on: day, value: 45 }],
        address: [{ source: "STAFF", on: day, value: "数据谷中路107号" }],
      },
    });
    expect((await rowOf(row.id)).sources).not.toHaveProperty("creditCode");
    expect(await trailOf(row.id)).toMatchObject([
      {
        action: "enterprise.update",
        before: { employeeCount: 40, address: null },
        after: { employeeCount: 45, address: "数据谷中路107号" },
      },
    ]);
  });

  test("what another source said stays beside the new value", async () => {
    const row = await enterprise({ committeeId: cast.committeeId, employeeCount: 40 });
    const park = { source: "PARK", on: "2026-03-01", value: 40 };
    await db.enterprise.update({ where: { id: row.id }, data: { sources: { employeeCount: [park] } } });
    await updateEnterprise(cast.staff, edit(row, { employeeCount: "45" }));
    expect((await rowOf(row.id)).sources).toEqual({
      employeeCount: [{ source: "STAFF", on: day, value: 45 }, park],
    });
  });

  test("verified: what did not change is fresh again as well", async () => {
    const row = await enterprise({ committeeId: cast.committeeId, employeeCount: 40 });
    await updateEnterprise(cast.staff, edit(row, { employeeCount: "40", isVerified: "yes" }));
    const { sources } = await rowOf(row.id);
    expect(sources).toMatchObject({ employeeCount: [{ source: "STAFF", on: day, value: 40 }] });
    expect(sources).not.toHaveProperty("address");
  });

  test("a phone stays when it is not typed, changes when it is, and goes when it is removed", async () => {
    const [first, second] = [freshPhone(), freshPhone()];
    const { id } = await createEnterprise(cast.staff, form(cast.committeeId, { contactPhone: first }));
    const numberNow = async () => {
      const { contactPhoneCipher } = await rowOf(id);
      return contactPhoneCipher && decryptPersonal(contactPhoneCipher);
    };
    await updateEnterprise(cast.staff, edit(await rowOf(id), { contactName: "李四" }));
    expect(await numberNow()).toBe(first);
    await updateEnterprise(cast.staff, edit(await rowOf(id), { contactPhone: second }));
    expect(await numberNow()).toBe(second);
    await updateEnterprise(cast.staff, edit(await rowOf(id), { isPhoneRemoved: "yes" }));
    expect(await rowOf(id)).toMatchObject({ contactPhoneCipher: null, contactPhoneTailHash: null });
    const trail = JSON.stringify(await trailOf(id));
    expect([trail.includes(first), trail.includes(second)]).toEqual([false, false]);
  });

  test("refuses everybody else, and what does not exist, as if it were not there", async () => {
    const row = await enterprise({ committeeId: cast.committeeId });
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(updateEnterprise(actor, edit(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const nowhere = edit({ ...row, id: randomUUID() });
    await expect(updateEnterprise(cast.staff, nowhere)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    expect((await rowOf(row.id)).version).toBe(1);
    expect(await trailOf(row.id)).toEqual([]);
  });

  test("refuses a closed enterprise", async () => {
    const row = await enterprise({ committeeId: cast.committeeId, closedOn: "2026-01-01" });
    await expect(updateEnterprise(cast.staff, edit(row))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("refuses a form opened before somebody else saved, and brings what stands there now", async () => {
    const row = await enterprise({ committeeId: cast.committeeId });
    await updateEnterprise(cast.staff, edit(row, { employeeCount: "45" }));
    const mine = updateEnterprise(cast.staff, edit(row, { employeeCount: "60" }));
    const error: unknown = await mine.catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(StaleError);
    expect(error).toMatchObject({ version: 2, theirs: { employeeCount: "45", category: "TECHNOLOGY" } });
    expect(await rowOf(row.id)).toMatchObject({ employeeCount: 45, version: 2 });
  });

  test("of ten at once one wins and nine are told", async () => {
    const row = await enterprise({ committeeId: cast.committeeId });
    const tries = Array.from({ length: 10 }, (_, index) =>
      updateEnterprise(cast.staff, edit(row, { employeeCount: String(index) })),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.filter((each) => each.status === "rejected" && each.reason instanceof StaleError)).toHaveLength(9);
    expect((await trailOf(row.id)).length).toBe(1);
  });
});

describe("renameEnterprise", () => {
  const rename = (row: { id: string; version: number }, renamedOn: string, name = freshName("新名有限公司")) => ({
    id: row.id,
    version: row.version,
    name,
    renamedOn,
  });

  test("keeps the old name with its last day; both names find it", async () => {
    const row = await enterprise({ committeeId: cast.committeeId, name: "沧澜数字有限公司" });
    await renameEnterprise(cast.staff, rename(row, "2025-06-01", "白榆互娱有限公司"));
    const after = await rowOf(row.id);
    expect(after).toMatchObject({ name: "白榆互娱有限公司", version: 2 });
    expect(after.searchKeys).toEqual(expect.arrayContaining(["白榆", "沧澜", "~cl", "~by"]));
    await renameEnterprise(cast.staff, rename(after, "2026-06-01"));
    const names = await db.enterpriseName.findMany({ where: { enterpriseId: row.id }, orderBy: { validTo: "asc" } });
    expect(names.map(({ name }) => name)).toEqual(["沧澜数字有限公司", "白榆互娱有限公司"]);
    expect(names[0]?.validFrom).toBeNull();
    expect(names[1]?.validFrom && span({ ...names[1], validFrom: names[1].validFrom })).toBe("2025-06-01–2026-06-01");
    expect((await rowOf(row.id)).searchKeys).toEqual(expect.arrayContaining(["沧澜", "白榆"]));
    expect(await trailOf(row.id)).toMatchObject([
      { action: "enterprise.rename", before: { name: "沧澜数字有限公司" }, after: { renamedOn: "2025-06-01" } },
      { action: "enterprise.rename" },
    ]);
  });

  test("a correction of the name leaves no former name", async () => {
    const row = await enterprise({ committeeId: cast.committeeId });
    await updateEnterprise(cast.staff, edit(row, { name: freshName("写对了有限公司") }));
    expect(await db.enterpriseName.count({ where: { enterpriseId: row.id } })).toBe(0);
  });

  test("refuses the same name, a future day, a day before the last renaming, and a name taken without a code", async () => {
    const row = await enterprise({ committeeId: cast.committeeId });
    const taken = await enterprise({ committeeId: cast.committeeId, creditCode: null });
    const conflict = { refusal: "CONFLICT" };
    await expect(renameEnterprise(cast.staff, rename(row, "2025-01-01", row.name))).rejects.toMatchObject(conflict);
    await expect(renameEnterprise(cast.staff, rename(row, "2026-11-24"))).rejects.toMatchObject(conflict);
    await expect(renameEnterprise(cast.staff, rename(row, "2025-01-01", taken.name))).rejects.toMatchObject(conflict);
    await renameEnterprise(cast.staff, rename(row, "2025-06-01"));
    const later = rename({ id: row.id, version: 2 }, "2025-06-01");
    await expect(renameEnterprise(cast.staff, later)).rejects.toMatchObject(conflict);
  });

  test("refuses everybody else, another version and a closed enterprise", async () => {
    const row = await enterprise({ committeeId: cast.committeeId });
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(renameEnterprise(actor, rename(row, "2025-01-01"))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const stale = rename({ ...row, version: 7 }, "2025-01-01");
    await expect(renameEnterprise(cast.staff, stale)).rejects.toBeInstanceOf(StaleError);
    const closed = await enterprise({ committeeId: cast.committeeId, closedOn: "2026-01-01" });
    const late = rename(closed, "2025-01-01");
    await expect(renameEnterprise(cast.staff, late)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await trailOf(row.id)).toEqual([]);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { decryptPersonal } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { createMember } from "@/lib/members/commands/create-member";
import {
  type Cast,
  castOf,
  employmentsOf,
  form,
  membershipsOf,
  refusedAt,
  rowOf,
  trailOf,
} from "@/tests/integration/members/cast";
import { staffOf, withForm } from "@/tests/support/actors";
import { branch, committee, enterprise, member } from "@/tests/support/factories/registers";
import { freshIdNumber, freshName } from "@/tests/support/fresh";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

test("registers with branch and employer from their days, birth and gender from the number", async () => {
  const { name } = await db.enterprise.findUniqueOrThrow({ where: { id: cast.enterpriseId } });
  const input = form(cast.committeeId, {
    name: "欧阳 岚",
    branchId: cast.branchId,
    branchFrom: "2025-03-01",
    employer: name,
    employedFrom: "2024-06-01",
    post: "总编辑",
    isManagement: "yes",
  });
  const { id } = await createMember(cast.staff, input);
  const row = await rowOf(id);
  expect(row).toMatchObject({
    name: "欧阳岚",
    gender: "FEMALE",
    birthOn: toDate(input.idNumber.birthOn),
    stage: "FULL",
    version: 1,
  });
  expect(row.nameSort.startsWith("ou yang lan")).toBe(true);
  expect(row.searchKeys).toContain("~oy");
  expect(await membershipsOf(id)).toEqual([[cast.branchId, "2025-03-01–"]]);
  expect(await employmentsOf(id)).toEqual([[cast.enterpriseId, "总编辑", true, "2024-06-01–"]]);
  expect(await trailOf(id)).toMatchObject([
    { action: "member.create", actorId: cast.staff.userId, committeeId: cast.committeeId, subjectName: "欧阳岚" },
  ]);
});

test("G32: ID number and phone stand nowhere in clear, and read back whole", async () => {
  const input = form(cast.committeeId);
  const actor = withForm(cast.staff);
  const { id } = await createMember(actor, input);
  const row = await rowOf(id);
  const kept = await db.idempotencyKey.findMany({ where: { key: actor.requestKey ?? "" } });
  expect(kept).toHaveLength(1);
  const everything = JSON.stringify([row, kept, await trailOf(id)]);
  expect(everything).not.toContain(input.idNumber.idNumber);
  expect(everything).not.toContain(input.phone);
  expect(decryptPersonal(row.idNumberCipher)).toBe(input.idNumber.idNumber);
  expect(decryptPersonal(row.phoneCipher ?? "")).toBe(input.phone);
});

describe("refuses", () => {
  test("every other role and staff of another committee", async () => {
    const input = form(cast.committeeId);
    for (const actor of await refusedAt(cast)) {
      await expect(createMember(actor, input)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await db.member.count({ where: { name: input.name } })).toBe(0);
  });

  test("a second file for one ID number, and writes nothing of it", async () => {
    const idNumber = freshIdNumber();
    await member({ committeeId: cast.committeeId, idNumber });
    const input = form(cast.committeeId, { idNumber, branchId: cast.branchId, branchFrom: "2025-01-01" });
    const refused = await createMember(cast.staff, input).catch((error: Error) => error);
    expect(refused).toMatchObject({ refusal: "CONFLICT", message: expect.stringContaining("该身份证号已登记") });
    expect((refused as Error).message).not.toContain(idNumber);
    expect(await db.member.count({ where: { name: input.name } })).toBe(0);
    expect(await db.auditEntry.count({ where: { subjectName: input.name } })).toBe(0);
  });

  test("S24: says nothing of the same number under another committee", async () => {
    const idNumber = freshIdNumber();
    await member({ idNumber });
    await expect(createMember(cast.staff, form(cast.committeeId, { idNumber }))).resolves.toHaveProperty("id");
  });

  test("S23: a branch or an enterprise of another committee, even one in scope", async () => {
    const { id: neighbour } = await committee();
    const both = staffOf([cast.committeeId, neighbour], { day: cast.staff.day });
    const abroad = await branch({ committeeId: neighbour });
    const inAbroad = form(cast.committeeId, { branchId: abroad.id, branchFrom: "2025-01-01" });
    await expect(createMember(both, inAbroad)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    const employer = await enterprise({ committeeId: neighbour });
    const atAbroad = form(cast.committeeId, { employer: employer.name, employedFrom: "2025-01-01" });
    await expect(createMember(both, atAbroad)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  });

  test("a branch not founded yet or dissolved by that day, and a closed enterprise", async () => {
    const { committeeId } = cast;
    const young = await branch({ committeeId, foundedOn: "2026-06-01" });
    const gone = await branch({ committeeId, dissolvedOn: "2025-06-01" });
    for (const { id } of [young, gone]) {
      const input = form(committeeId, { branchId: id, branchFrom: "2026-01-01" });
      await expect(createMember(cast.staff, input)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    }
    const closed = await enterprise({ committeeId, closedOn: "2025-06-01" });
    const input = form(committeeId, { employer: closed.name, employedFrom: "2026-01-01" });
    await expect(createMember(cast.staff, input)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("a day of joining that lies ahead", async () => {
    const input = form(cast.committeeId, { stage: "PROBATIONARY", joinedOn: "2026-12-01", becameFullOn: "" });
    await expect(createMember(cast.staff, input)).rejects.toMatchObject({ refusal: "CONFLICT" });
  });
});

describe("the employer is found by what was typed", () => {
  const name = freshName("星桥传媒有限公司");
  let id: string;
  let creditCode: string | null;

  beforeAll(async () => {
    ({ id, creditCode } = await enterprise({ committeeId: cast.committeeId, name }));
    await enterprise({ committeeId: cast.committeeId, name: `${name}一分公司` });
  });

  async function employerOf(employer: string) {
    const input = form(cast.committeeId, { employer, employedFrom: "2025-01-01" });
    const created = await createMember(cast.staff, input);
    return (await employmentsOf(created.id))[0]?.[0];
  }

  test("by its whole name, though a longer name begins with it", async () => expect(await employerOf(name)).toBe(id));
  test("by its credit code", async () => expect(await employerOf(creditCode ?? "")).toBe(id));
  test("by a part only one has", async () => expect(await employerOf(`${name}一`)).not.toBe(id));

  test("by a part that several have: it names them instead of choosing", async () => {
    const refused = await employerOf(name.slice(0, -2)).catch((error: Error) => error);
    expect(refused).toMatchObject({ refusal: "CONFLICT", message: expect.stringContaining(name) });
  });
});

test("R7: one form pressed five times at once makes one file", async () => {
  const actor = withForm(cast.staff);
  const input = form(cast.committeeId);
  const answers = await Promise.all(Array.from({ length: 5 }, () => createMember(actor, input)));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await db.auditEntry.count({ where: { subjectName: input.name } })).toBe(1);
});

import { beforeAll, describe, expect, test } from "vitest";
import { toDate } from "@/lib/calendar";
import { decryptPersonal, searchHash } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { endInstructor, resumeInstructor } from "@/lib/instructors/commands/end-instructor";
import { revealPhone } from "@/lib/instructors/commands/reveal-phone";
import { createInstructor, updateInstructor } from "@/lib/instructors/commands/save-instructor";
import { editedInstructor, newInstructor } from "@/lib/instructors/schema";
import { assignmentsOf, type Cast, castOf, refusedAt, rowOf, trailOf } from "@/tests/integration/instructors/cast";
import { withForm } from "@/tests/support/actors";
import { assignment, instructor } from "@/tests/support/factories/registers";
import { freshName, freshPhone } from "@/tests/support/fresh";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const profile = { kind: "PART_TIME", professionalTitle: "助理政工师", titleOn: "2023-12-01", startedOn: "2024-03-01" };
const form = (fields: Record<string, string> = {}) =>
  newInstructor.parse({ committeeId: cast.committeeId, name: freshName("指导员"), ...profile, ...fields });
const edit = (row: { id: string; version: number; name: string }, fields: Record<string, string> = {}) =>
  editedInstructor.parse({ id: row.id, version: row.version, name: row.name, ...profile, ...fields });

describe("createInstructor", () => {
  test("registers the profile, the phone encrypted and found by its last four", async () => {
    const phone = freshPhone();
    const { id } = await createInstructor(cast.staff, form({ name: "解 晓", phone }));
    const row = await rowOf(id);
    expect(row).toMatchObject({ name: "解晓", kind: "PART_TIME", professionalTitle: "助理政工师", userId: null });
    // As a family name 解 is read xie.
    expect(row.nameSort.startsWith("xie xiao")).toBe(true);
    expect(decryptPersonal(row.phoneCipher ?? "")).toBe(phone);
    expect(row.phoneTailHash).toBe(searchHash("phoneTail", phone.slice(-4)));
    const trail = await trailOf(id);
    expect(trail).toMatchObject([{ action: "instructor.create", committeeId: cast.committeeId, subjectName: "解晓" }]);
    expect(JSON.stringify([row, trail])).not.toContain(phone);
  });

  test("refuses every other role and staff of another committee; one form makes one profile", async () => {
    const { id } = await instructor({ committeeId: cast.committeeId });
    const input = form();
    for (const actor of await refusedAt(cast, id)) {
      await expect(createInstructor(actor, input)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const actor = withForm(cast.staff);
    await Promise.all([createInstructor(actor, input), createInstructor(actor, input)]);
    expect(await db.instructor.count({ where: { name: input.name } })).toBe(1);
  });
});

describe("updateInstructor", () => {
  test("changes the profile and keeps a phone whose field was left empty", async () => {
    const { id } = await createInstructor(cast.staff, form({ phone: freshPhone() }));
    const row = await rowOf(id);
    await updateInstructor(cast.staff, edit(row, { name: "新名字", professionalTitle: "政工师" }));
    const after = { name: "新名字", professionalTitle: "政工师" };
    expect(await rowOf(id)).toMatchObject({ ...after, phoneCipher: row.phoneCipher, version: 2 });
    expect((await trailOf(id)).at(-1)).toMatchObject({
      action: "instructor.update",
      before: { name: row.name },
      after,
    });
    await updateInstructor(cast.staff, edit({ ...row, version: 2 }, { isPhoneRemoved: "yes" }));
    expect(await rowOf(id)).toMatchObject({ phoneCipher: null, phoneTailHash: null });
  });

  test("refuses a start after the first assignment", async () => {
    const row = await instructor({ committeeId: cast.committeeId });
    await assignment({ instructorId: row.id, enterpriseId: cast.enterpriseId, from: "2024-02-01" });
    await expect(updateInstructor(cast.staff, edit(row))).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect((await rowOf(row.id)).version).toBe(1);
  });

  test("refuses other roles, an old form and who has left", async () => {
    const row = await instructor({ committeeId: cast.committeeId });
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(updateInstructor(actor, edit(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const old = updateInstructor(cast.staff, edit({ ...row, version: 9 }));
    await expect(old).rejects.toBeInstanceOf(StaleError);
    await expect(old).rejects.toMatchObject({ version: 1, theirs: { name: row.name } });
    const left = await instructor({ committeeId: cast.committeeId, endedOn: "2026-01-01" });
    await expect(updateInstructor(cast.staff, edit(left))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await trailOf(row.id)).toEqual([]);
  });
});

describe("endInstructor and resumeInstructor", () => {
  const end = ({ id, version }: { id: string; version: number }, endedOn = "2026-06-30") => ({
    id,
    version,
    endedOn,
    reason: "岗位调整",
  });

  test("assignments end that day, later ones are taken back, history stays; it can be taken back", async () => {
    const row = await instructor({ committeeId: cast.committeeId });
    const { enterpriseId, branchId, servicePointId } = cast;
    await assignment({ instructorId: row.id, enterpriseId });
    await assignment({ instructorId: row.id, branchId, from: "2024-05-01", to: "2025-05-01" });
    await assignment({ instructorId: row.id, servicePointId, from: "2026-12-01" });
    await endInstructor(cast.staff, end(row));
    expect(await rowOf(row.id)).toMatchObject({ endedOn: toDate("2026-06-30"), endReason: "岗位调整", version: 2 });
    const history = [
      [enterpriseId, "2024-01-01–2026-06-30"],
      [branchId, "2024-05-01–2025-05-01"],
    ];
    expect(await assignmentsOf(row.id)).toEqual(history);
    await expect(endInstructor(cast.staff, end({ ...row, version: 2 }))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
    const back = { id: row.id, version: 2, reason: "登记有误" };
    await resumeInstructor(cast.staff, back);
    expect(await rowOf(row.id)).toMatchObject({ endedOn: null, endReason: null, version: 3 });
    expect(await assignmentsOf(row.id)).toEqual(history);
    await expect(resumeInstructor(cast.staff, { ...back, version: 3 })).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
    expect(await trailOf(row.id)).toMatchObject([
      { action: "instructor.end", reason: "岗位调整", after: { endedAssignmentCount: 1, withdrawnAssignmentCount: 1 } },
      { action: "instructor.resume", reason: "登记有误", before: { endedOn: "2026-06-30" } },
    ]);
  });

  test("refuses other roles, an old form and a day before the start", async () => {
    const row = await instructor({ committeeId: cast.committeeId });
    for (const actor of await refusedAt(cast, row.id)) {
      await expect(endInstructor(actor, end(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      const back = { id: row.id, version: 1, reason: "试" };
      await expect(resumeInstructor(actor, back)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(endInstructor(cast.staff, end({ ...row, version: 3 }))).rejects.toBeInstanceOf(StaleError);
    await expect(endInstructor(cast.staff, end(row, "2023-12-31"))).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect(await trailOf(row.id)).toEqual([]);
  });
});

test("S26: the phone is for staff with a purpose, and the trail keeps who asked but not the number", async () => {
  const phone = freshPhone();
  const { id } = await createInstructor(cast.staff, form({ phone }));
  const asked = { id, purpose: "CONTACT" as const, detail: "安排会议" };
  for (const actor of await refusedAt(cast, id)) {
    await expect(revealPhone(actor, asked)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
  }
  expect(await revealPhone(cast.staff, asked)).toBe(phone);
  const [, ...trail] = await trailOf(id);
  expect(trail).toMatchObject([
    { action: "instructor.reveal", reason: "工作联系：安排会议", after: { field: "phone" } },
  ]);
  expect(JSON.stringify(trail)).not.toContain(phone);
  const without = await instructor({ committeeId: cast.committeeId });
  await expect(revealPhone(cast.staff, { ...asked, id: without.id })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
});

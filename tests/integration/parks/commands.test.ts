import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { createBuilding } from "@/lib/parks/commands/buildings";
import { closePark } from "@/lib/parks/commands/close-park";
import { createPark, updatePark } from "@/lib/parks/commands/save-park";
import {
  administrator,
  anonymousOf,
  auditor,
  instructorOf,
  secretaryOf,
  staffOf,
  withForm,
} from "@/tests/support/actors";
import { branch, committee, instructor, park } from "@/tests/support/factories/registers";
import { freshName } from "@/tests/support/fresh";

const facts = (name = freshName("园区")) => ({ name, address: "数据谷中路107号", latitude: 29.7, longitude: 106.5 });
const edit = (row: { id: string; version: number; name: string }) => ({ ...facts(), id: row.id, version: row.version });
const trailOf = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId }, orderBy: { at: "asc" } });

let committeeId: string;
let staff: Actor;
let stranger: Actor;
/** Everybody who is not staff, each with as much scope as the role can have. */
let others: Actor[];

beforeAll(async () => {
  committeeId = (await committee()).id;
  staff = staffOf(committeeId);
  stranger = staffOf((await committee()).id);
  others = [
    secretaryOf((await branch({ committeeId })).id),
    instructorOf((await instructor({ committeeId })).id),
    administrator(),
    auditor(),
    anonymousOf({ committeeIds: [committeeId] }),
  ];
});

describe("createPark", () => {
  test("registers the park, findable by its pinyin initials, and leaves an audit entry", async () => {
    const input = { ...facts("青岚数字产业园"), committeeId };
    const { id } = await createPark(staff, input);
    const row = await db.park.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ ...input, version: 1, closedOn: null });
    expect(row.searchKeys).toContain("~ql");
    expect(await trailOf(id)).toMatchObject([
      { action: "park.create", actorId: staff.userId, committeeId, subjectName: "青岚数字产业园", after: input },
    ]);
  });

  test("refuses every other role and staff of another committee", async () => {
    const input = { ...facts(), committeeId };
    for (const actor of [...others, stranger]) {
      await expect(createPark(actor, input)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    expect(await db.park.count({ where: { name: input.name } })).toBe(0);
  });

  test("refuses a second park of the same name under the same committee, and writes nothing", async () => {
    const { name } = await park({ committeeId });
    await expect(createPark(staff, { ...facts(name), committeeId })).rejects.toMatchObject({
      refusal: "CONFLICT",
      message: "已有同名园区。请直接使用已有园区。",
    });
    expect(await db.park.count({ where: { committeeId, name } })).toBe(1);
    expect(await db.auditEntry.count({ where: { subjectName: name } })).toBe(0);
  });

  test("one form pressed five times at once makes one park and answers each press alike", async () => {
    const actor = withForm(staff);
    const input = { ...facts(), committeeId };
    const answers = await Promise.all(Array.from({ length: 5 }, () => createPark(actor, input)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await db.park.count({ where: { committeeId, name: input.name } })).toBe(1);
    expect(await db.auditEntry.count({ where: { subjectName: input.name } })).toBe(1);
  });

  test("the same form with other content is refused", async () => {
    const actor = withForm(staff);
    await createPark(actor, { ...facts(), committeeId });
    await expect(createPark(actor, { ...facts(), committeeId })).rejects.toMatchObject({ refusal: "CONFLICT" });
  });

  test("the key of one person's form does not stand in another person's way", async () => {
    const key = randomUUID();
    const first = await createPark(withForm(staff, key), { ...facts(), committeeId });
    const second = await createPark(withForm(staffOf(committeeId), key), { ...facts(), committeeId });
    expect(second.id).not.toBe(first.id);
  });
});

describe("updatePark", () => {
  test("changes the facts and the version, and the trail shows both sides", async () => {
    const row = await park({ committeeId });
    const input = edit(row);
    await updatePark(staff, input);
    const { id, version, ...changed } = input;
    expect(await db.park.findUniqueOrThrow({ where: { id } })).toMatchObject({ ...changed, version: version + 1 });
    expect(await trailOf(id)).toMatchObject([
      { action: "park.update", before: { name: row.name }, after: { name: input.name }, committeeId },
    ]);
  });

  test("refuses every other role and another committee's park as if it were not there", async () => {
    const row = await park({ committeeId });
    for (const actor of [...others, stranger]) {
      await expect(updatePark(actor, edit(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(updatePark(staff, { ...edit(row), id: randomUUID() })).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    expect((await db.park.findUniqueOrThrow({ where: { id: row.id } })).version).toBe(1);
    expect(await trailOf(row.id)).toEqual([]);
  });

  test("refuses a form opened before somebody else saved, and brings what stands there now", async () => {
    const row = await park({ committeeId });
    const theirs = edit(row);
    await updatePark(staff, theirs);
    const refused = await updatePark(staff, edit(row)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StaleError);
    expect(refused).toMatchObject({ version: 2, theirs: { name: theirs.name } });
    expect(await trailOf(row.id)).toHaveLength(1);
  });

  test("of five people who save at once, one wins and the others are told", async () => {
    const row = await park({ committeeId });
    const saves = Array.from({ length: 5 }, () => updatePark(staffOf(committeeId), edit(row)));
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(StaleError);
    }
    expect((await db.park.findUniqueOrThrow({ where: { id: row.id } })).version).toBe(2);
    expect(await trailOf(row.id)).toHaveLength(1);
  });

  test("refuses a park that is closed", async () => {
    const row = await park({ committeeId, closedOn: "2026-01-01" });
    await expect(updatePark(staff, edit(row))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });
});

describe("closePark", () => {
  const closing = (row: { id: string; version: number }) => ({
    id: row.id,
    version: row.version,
    closedOn: "2026-06-30",
    reason: "整体改造",
  });

  test("closes from that day with the reason, which the trail keeps", async () => {
    const row = await park({ committeeId });
    await closePark(staff, closing(row));
    const closed = await db.park.findUniqueOrThrow({ where: { id: row.id } });
    expect(closed).toMatchObject({ closedOn: toDate("2026-06-30"), closeReason: "整体改造", version: 2 });
    expect(await trailOf(row.id)).toMatchObject([{ action: "park.close", reason: "整体改造" }]);
  });

  test("refuses other roles, another committee, an old form and a park closed before", async () => {
    const row = await park({ committeeId });
    for (const actor of [...others, stranger]) {
      await expect(closePark(actor, closing(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(closePark(staff, { ...closing(row), version: 7 })).rejects.toBeInstanceOf(StaleError);
    await closePark(staff, closing(row));
    await expect(closePark(staff, closing({ ...row, version: 2 }))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await trailOf(row.id)).toHaveLength(1);
  });
});

describe("createBuilding", () => {
  const input = (parkId: string, name = freshName("楼宇")) => ({ parkId, name, address: null });

  test("registers the building in the park and leaves an audit entry in the park's committee", async () => {
    const row = await park({ committeeId });
    await createBuilding(staff, input(row.id, "A1栋"));
    const building = await db.building.findFirstOrThrow({ where: { parkId: row.id } });
    expect(building).toMatchObject({ name: "A1栋", closedOn: null });
    expect(await trailOf(building.id)).toMatchObject([{ action: "building.create", committeeId, subjectName: "A1栋" }]);
  });

  test("refuses other roles, another committee's park, a closed park and a name taken there", async () => {
    const row = await park({ committeeId });
    for (const actor of [...others, stranger]) {
      await expect(createBuilding(actor, input(row.id))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await createBuilding(staff, input(row.id, "主楼"));
    await expect(createBuilding(staff, input(row.id, "主楼"))).rejects.toMatchObject({ refusal: "CONFLICT" });
    const closed = await park({ committeeId, closedOn: "2026-01-01" });
    await expect(createBuilding(staff, input(closed.id))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await db.building.count({ where: { parkId: { in: [row.id, closed.id] } } })).toBe(1);
  });
});

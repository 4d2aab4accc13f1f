import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { closeServicePoint, reopenServicePoint } from "@/lib/service-points/commands/close-service-point";
import { createServicePoint, updateServicePoint } from "@/lib/service-points/commands/save-service-point";
import { editedServicePoint, newServicePoint } from "@/lib/service-points/schema";
import {
  administrator,
  anonymousOf,
  auditor,
  instructorOf,
  secretaryOf,
  staffOf,
  withForm,
} from "@/tests/support/actors";
import {
  assignment,
  branch,
  building,
  committee,
  instructor,
  park,
  servicePoint,
} from "@/tests/support/factories/registers";
import { freshName } from "@/tests/support/fresh";

const day = "2026-11-23";
let committeeId: string;
let parkId: string;
let buildingId: string;
let staff: Actor;

beforeAll(async () => {
  committeeId = (await committee()).id;
  parkId = (await park({ committeeId })).id;
  buildingId = (await building({ parkId })).id;
  staff = staffOf(committeeId, { day });
});

const facts = {
  kind: "DEMONSTRATION",
  dutyRhythm: "BIWEEKLY",
  dutyWeekday: "5",
  openedOn: "2024-05-01",
  rooms: "办公区、阅览室",
};
const form = (fields: Record<string, string> = {}) =>
  newServicePoint.parse({ name: freshName("服务点"), parkId, ...facts, ...fields });
const edit = (row: { id: string; version: number; name: string }, fields: Record<string, string> = {}) =>
  editedServicePoint.parse({ id: row.id, version: row.version, name: row.name, parkId, ...facts, ...fields });
const rowOf = (id: string) => db.servicePoint.findUniqueOrThrow({ where: { id } });
const trailOf = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

/** Everybody who may not change the service point, the instructor assigned there included. */
async function refusedAt(servicePointId?: string): Promise<Actor[]> {
  const { id: instructorId } = await instructor({ committeeId });
  if (servicePointId) await assignment({ instructorId, servicePointId });
  return [
    staffOf((await committee()).id, { day }),
    secretaryOf((await branch({ committeeId })).id, { day }),
    instructorOf(instructorId, { day }),
    administrator(),
    auditor(),
    anonymousOf({ committeeIds: [committeeId] }),
  ];
}

describe("createServicePoint", () => {
  test("registers it under the park's committee, with rooms and rhythm", async () => {
    const { id } = await createServicePoint(staff, form({ name: "青岚数字产业园服务站", buildingId }));
    const row = await rowOf(id);
    expect(row).toMatchObject({
      committeeId,
      parkId,
      buildingId,
      rooms: ["办公区", "阅览室"],
      dutyRhythm: "BIWEEKLY",
      dutyWeekday: 5,
    });
    expect(row.searchKeys).toContain("~ql");
    expect(await trailOf(id)).toMatchObject([{ action: "servicePoint.create", committeeId, actorId: staff.userId }]);
  });

  test("refuses other roles, a foreign or closed park, and a building of another park or closed", async () => {
    for (const actor of await refusedAt()) {
      await expect(createServicePoint(actor, form())).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    for (const other of [await park(), await park({ committeeId, closedOn: "2026-01-01" })]) {
      const there = createServicePoint(staff, form({ parkId: other.id }));
      await expect(there).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    const elsewhere = await building();
    const old = await building({ parkId });
    await db.building.update({ where: { id: old.id }, data: { closedOn: toDate("2026-01-01") } });
    for (const { id } of [elsewhere, old]) {
      const there = createServicePoint(staff, form({ buildingId: id }));
      await expect(there).rejects.toMatchObject({ refusal: "CONFLICT" });
    }
  });

  test("refuses a name taken in the committee; one form makes one", async () => {
    const { name } = await servicePoint({ parkId });
    await expect(createServicePoint(staff, form({ name }))).rejects.toMatchObject({ refusal: "CONFLICT" });
    const actor = withForm(staff);
    const input = form();
    await Promise.all([createServicePoint(actor, input), createServicePoint(actor, input)]);
    expect(await db.servicePoint.count({ where: { name: input.name } })).toBe(1);
  });
});

describe("updateServicePoint", () => {
  test("changes facts and place, and the trail shows both sides", async () => {
    const row = await servicePoint({ parkId });
    const second = await park({ committeeId });
    await updateServicePoint(staff, edit(row, { name: "新服务站", parkId: second.id }));
    const after = { name: "新服务站", parkId: second.id, kind: "DEMONSTRATION" };
    expect(await rowOf(row.id)).toMatchObject({ ...after, version: 2 });
    expect(await trailOf(row.id)).toMatchObject([
      { action: "servicePoint.update", before: { name: row.name, parkId, kind: "SERVICE" }, after },
    ]);
  });

  test("can be saved where the park has been closed since", async () => {
    const old = await park({ committeeId });
    const row = await servicePoint({ parkId: old.id });
    await db.park.update({ where: { id: old.id }, data: { closedOn: toDate("2026-01-01") } });
    await updateServicePoint(staff, edit(row, { parkId: old.id, openingHours: "工作日" }));
    expect((await rowOf(row.id)).openingHours).toBe("工作日");
  });

  test("refuses other roles, an old form, a closed point, and a park of another committee in scope", async () => {
    const row = await servicePoint({ parkId });
    for (const actor of await refusedAt(row.id)) {
      await expect(updateServicePoint(actor, edit(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(updateServicePoint(staff, edit({ ...row, version: 4 }))).rejects.toBeInstanceOf(StaleError);
    const neighbour = await park();
    const both = staffOf([committeeId, neighbour.committeeId], { day });
    const abroad = updateServicePoint(both, edit(row, { parkId: neighbour.id }));
    await expect(abroad).rejects.toMatchObject({ refusal: "CONFLICT" });
    const closed = await servicePoint({ parkId, closedOn: "2026-01-01" });
    await expect(updateServicePoint(staff, edit(closed))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect(await trailOf(row.id)).toEqual([]);
  });
});

describe("closeServicePoint and reopenServicePoint", () => {
  const close = ({ id, version }: { id: string; version: number }, closedOn = "2026-06-30") => ({
    id,
    version,
    closedOn,
    reason: "整体搬迁",
  });

  test("closing ends the assignments there that day and takes back later ones; reopening leaves them ended", async () => {
    const row = await servicePoint({ parkId });
    const [now, later] = [await instructor({ committeeId }), await instructor({ committeeId })];
    await assignment({ instructorId: now.id, servicePointId: row.id });
    await assignment({ instructorId: later.id, servicePointId: row.id, from: "2026-12-01" });
    await closeServicePoint(staff, close(row));
    const left = await db.assignment.findMany({ where: { servicePointId: row.id } });
    expect(left.map(({ instructorId, validTo }) => [instructorId, validTo && toDay(validTo)])).toEqual([
      [now.id, "2026-06-30"],
    ]);
    expect(await rowOf(row.id)).toMatchObject({ closedOn: toDate("2026-06-30"), closeReason: "整体搬迁", version: 2 });
    const again = close({ id: row.id, version: 2 });
    await expect(closeServicePoint(staff, again)).rejects.toMatchObject({ refusal: "WRONG_STATE" });

    await reopenServicePoint(staff, { id: row.id, version: 2, reason: "登记有误" });
    expect(await rowOf(row.id)).toMatchObject({ closedOn: null, closeReason: null, version: 3 });
    expect(await trailOf(row.id)).toMatchObject([
      { action: "servicePoint.close", reason: "整体搬迁", after: { endedAssignmentCount: 1 } },
      { action: "servicePoint.reopen", reason: "登记有误", before: { closedOn: "2026-06-30" } },
    ]);
    const open = reopenServicePoint(staff, { id: row.id, version: 3, reason: "再试" });
    await expect(open).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("refuses other roles, an old form, and a day before the opening", async () => {
    const row = await servicePoint({ parkId });
    for (const actor of await refusedAt(row.id)) {
      await expect(closeServicePoint(actor, close(row))).rejects.toMatchObject({ refusal: "NOT_FOUND" });
      const reopen = reopenServicePoint(actor, { id: row.id, version: 1, reason: "试" });
      await expect(reopen).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    }
    await expect(closeServicePoint(staff, close({ ...row, version: 3 }))).rejects.toBeInstanceOf(StaleError);
    await expect(closeServicePoint(staff, close(row, "2023-12-31"))).rejects.toMatchObject({ refusal: "CONFLICT" });
    expect(await trailOf(row.id)).toEqual([]);
  });
});

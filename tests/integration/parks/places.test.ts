import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { StaleError } from "@/lib/errors";
import { closeBuilding, reopenBuilding, updateBuilding } from "@/lib/parks/commands/buildings";
import { closePark, reopenPark } from "@/lib/parks/commands/close-park";
import { addParkFigure, removeParkFigure } from "@/lib/parks/commands/figures";
import { exportParks, findBuilding, findPark, listParks } from "@/lib/parks/queries";
import { editedBuilding, newFigure, parkList } from "@/lib/parks/schema";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import {
  assignment,
  branch,
  building,
  committee,
  enterprise,
  instructor,
  park,
  servicePoint,
} from "@/tests/support/factories/registers";

const day = "2026-11-23";
let committeeId: string;
let staff: Actor;
/** Everybody who may not write here; the instructor even sees the park. */
let refused: Actor[];
let parkId: string;

beforeAll(async () => {
  committeeId = (await committee()).id;
  staff = staffOf(committeeId, { day });
  parkId = (await park({ committeeId })).id;
  const { id: instructorId } = await instructor({ committeeId });
  await assignment({ instructorId, servicePointId: (await servicePoint({ parkId })).id });
  refused = [
    staffOf((await committee()).id, { day }),
    secretaryOf((await branch({ committeeId })).id, { day }),
    instructorOf(instructorId, { day }),
    administrator(),
    auditor(),
    anonymousOf({ committeeIds: [committeeId] }),
  ];
});

const trailOf = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
const everyRefused = async (attempt: (actor: Actor) => Promise<object>) => {
  for (const actor of refused) await expect(attempt(actor)).rejects.toMatchObject({ refusal: "NOT_FOUND" });
};

describe("buildings", () => {
  const edit = (row: { id: string; version: number }, name = "B2栋") =>
    editedBuilding.parse({ id: row.id, version: row.version, name, address: "中路107号", latitude: "29.7" });
  const close = ({ id, version }: { id: string; version: number }) => ({
    id,
    version,
    closedOn: "2026-06-30",
    reason: "改造",
  });

  test("are changed with the version, and the trail shows both sides", async () => {
    const row = await building({ parkId });
    await updateBuilding(staff, edit(row, "东楼"));
    const after = { name: "东楼", address: "中路107号", latitude: 29.7 };
    expect(await db.building.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({ ...after, version: 2 });
    expect(await trailOf(row.id)).toMatchObject([
      { action: "building.update", subjectType: "Building", committeeId, before: { name: row.name }, after },
    ]);
    await expect(updateBuilding(staff, edit(row, "西楼"))).rejects.toBeInstanceOf(StaleError);
    const taken = updateBuilding(staff, edit(await building({ parkId }), "东楼"));
    await expect(taken).rejects.toMatchObject({ refusal: "CONFLICT" });
  });

  test("are closed with day and reason, and taken back", async () => {
    const row = await building({ parkId });
    await closeBuilding(staff, close(row));
    const closed = { closedOn: toDate("2026-06-30"), closeReason: "改造", version: 2 };
    expect(await db.building.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject(closed);
    const second = { ...row, version: 2 };
    await expect(closeBuilding(staff, close(second))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await expect(updateBuilding(staff, edit(second))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    const back = { id: row.id, version: 2, reason: "登记有误" };
    await reopenBuilding(staff, back);
    await expect(reopenBuilding(staff, { ...back, version: 3 })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    expect((await trailOf(row.id)).map(({ action }) => action)).toEqual(["building.close", "building.reopen"]);
  });

  test("are not taken back into use in a closed park", async () => {
    const site = await park({ committeeId });
    const row = await building({ parkId: site.id });
    await closeBuilding(staff, close(row));
    await closePark(staff, close(site));
    const back = reopenBuilding(staff, { id: row.id, version: 2, reason: "试" });
    await expect(back).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("S21: are nobody else's to change", async () => {
    const row = await building({ parkId });
    await everyRefused((actor) => updateBuilding(actor, edit(row)));
    await everyRefused((actor) => closeBuilding(actor, close(row)));
    await everyRefused((actor) => reopenBuilding(actor, { id: row.id, version: 1, reason: "试" }));
    expect(await trailOf(row.id)).toEqual([]);
  });
});

test("a park's closing is taken back with a reason", async () => {
  const row = await park({ committeeId, closedOn: "2026-01-01" });
  const back = { id: row.id, version: 1, reason: "登记有误" };
  await everyRefused((actor) => reopenPark(actor, back));
  await expect(reopenPark(staff, { ...back, version: 2 })).rejects.toBeInstanceOf(StaleError);
  await reopenPark(staff, back);
  const now = await db.park.findUniqueOrThrow({ where: { id: row.id } });
  expect(now).toMatchObject({ closedOn: null, closeReason: null, version: 2 });
  await expect(reopenPark(staff, { ...back, version: 2 })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  expect(await trailOf(row.id)).toMatchObject([{ action: "park.reopen", before: { closedOn: "2026-01-01" } }]);
});

describe("figures as a park reported them", () => {
  const report = (id: string, fields: Record<string, string> = {}) =>
    newFigure.parse({
      parkId: id,
      reportedOn: "2026-09-30",
      source: "管委会月报",
      openedAreaSqm: "1,120,000",
      ...fields,
    });

  test("are kept with day and source beside what the register counts", async () => {
    const site = await park({ committeeId });
    await enterprise({ parkId: site.id });
    await addParkFigure(staff, report(site.id, { registeredCount: "1114" }));
    const file = await findPark(staff, site.id);
    expect(file).toMatchObject({
      settledCount: 1,
      figures: [{ reportedOn: "2026-09-30", source: "管委会月报", openedAreaSqm: 1_120_000, registeredCount: 1114 }],
    });
    expect(await trailOf(site.id)).toMatchObject([{ action: "park.addFigure", after: { source: "管委会月报" } }]);
  });

  test("refuses the same source and day twice, a day ahead, nothing at all, and a closed park", async () => {
    const site = await park({ committeeId });
    await addParkFigure(staff, report(site.id));
    await expect(addParkFigure(staff, report(site.id))).rejects.toMatchObject({ refusal: "CONFLICT" });
    const ahead = addParkFigure(staff, report(site.id, { reportedOn: "2026-12-01" }));
    await expect(ahead).rejects.toMatchObject({ refusal: "CONFLICT" });
    const nothing = { parkId: site.id, reportedOn: "2026-09-30", source: "月报" };
    expect(newFigure.safeParse(nothing).success).toBe(false);
    const closed = await park({ committeeId, closedOn: "2026-01-01" });
    await expect(addParkFigure(staff, report(closed.id))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  });

  test("are taken out with a reason; the trail keeps the numbers; not through another park", async () => {
    const [site, other] = [await park({ committeeId }), await park({ committeeId })];
    await addParkFigure(staff, report(site.id));
    const { id: figureId } = await db.parkFigure.findFirstOrThrow({ where: { parkId: site.id } });
    const removal = { parkId: site.id, figureId, reason: "单位写错" };
    const crossed = removeParkFigure(staff, { ...removal, parkId: other.id });
    await expect(crossed).rejects.toMatchObject({ refusal: "NOT_FOUND" });
    await everyRefused((actor) => removeParkFigure(actor, removal));
    await everyRefused((actor) => addParkFigure(actor, report(site.id)));
    await removeParkFigure(staff, removal);
    expect(await db.parkFigure.count({ where: { parkId: site.id } })).toBe(0);
    expect((await trailOf(site.id)).at(-1)).toMatchObject({
      action: "park.removeFigure",
      reason: "单位写错",
      before: { openedAreaSqm: 1_120_000, reportedOn: "2026-09-30" },
    });
  });
});

describe("reading", () => {
  test("a building with the open enterprises in it today, inside the scope", async () => {
    const row = await building({ parkId });
    await enterprise({ buildingId: row.id });
    await enterprise({ buildingId: row.id, isSettled: false });
    await enterprise({ buildingId: row.id, closedOn: "2026-01-01" });
    const found = await findBuilding(staff, parkId, row.id);
    expect(found).toMatchObject({ settledCount: 1, registeredCount: 1, can: { edit: true, reopen: false } });
    const elsewhere = await park({ committeeId });
    expect(await findBuilding(staff, elsewhere.id, row.id)).toBeNull();
    expect(await findBuilding(refused[0] as Actor, parkId, row.id)).toBeNull();
    expect(await findBuilding(staff, "x", row.id)).toBeNull();
  });

  test("the export gives what the list shows under the same filters", async () => {
    for (const search of [{}, { closed: "1" as const }]) {
      const list = parkList.parse(search);
      const { rows, total } = await listParks(staff, list);
      expect(await exportParks(staff, list)).toEqual(rows);
      expect(total).toBe(rows.length);
    }
    expect(await exportParks(administrator(), parkList.parse({}))).toEqual([]);
  });
});

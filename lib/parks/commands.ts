import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDate, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound, StaleError } from "@/lib/errors";
import { canEditPark, visibleParks } from "@/lib/parks/policy";
import type {
  ClosedBuilding,
  ClosedPark,
  EditedBuilding,
  EditedPark,
  NewBuilding,
  NewFigure,
  NewPark,
  RemovedFigure,
} from "@/lib/parks/schema";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";

const spelled = (name: string) => ({ name, nameSort: pinyinSortKey(name), searchKeys: searchKeysOf(name) });

/** Registers a park under a committee in the actor's scope. Refuses a second park of the same name there. */
export function createPark(actor: Actor, input: NewPark): Promise<{ id: string }> {
  return command(actor, "park.create", input, async (tx, record) => {
    if (!canEditPark(actor, input)) throw notFound("党委");
    const { name, ...facts } = input;
    const park = await tx.park.create({ data: { ...facts, ...spelled(name) }, select: { id: true } });
    await record({ ...parkSubject({ ...park, ...input }), after: input });
    return park;
  });
}

/** Changes a park's facts. Refuses when somebody saved it after the form was opened. */
export function updatePark(actor: Actor, input: EditedPark): Promise<{ id: string }> {
  return command(actor, "park.update", input, async (tx, record) => {
    const before = await editablePark(tx, actor, input.id);
    const { id, version, name, ...facts } = input;
    const written = await tx.park.updateMany({
      where: { id, version, closedOn: null },
      data: { ...facts, ...spelled(name), version: { increment: 1 } },
    });
    if (written.count !== 1) throw stale(before);
    await record({ ...parkSubject({ ...before, name }), before, after: input });
    return { id };
  });
}

/** Closes a park from a day on, with the reason. Its enterprises keep their history. */
export function closePark(actor: Actor, input: ClosedPark): Promise<{ id: string }> {
  return command(actor, "park.close", input, async (tx, record) => {
    const before = await editablePark(tx, actor, input.id);
    const written = await tx.park.updateMany({
      where: { id: input.id, version: input.version, closedOn: null },
      data: { closedOn: toDate(input.closedOn), closeReason: input.reason, version: { increment: 1 } },
    });
    if (written.count !== 1) throw stale(before);
    await record({ ...parkSubject(before), reason: input.reason, after: { closedOn: input.closedOn } });
    return { id: input.id };
  });
}

/** Registers a building in a park of the actor's scope. */
export function createBuilding(actor: Actor, input: NewBuilding): Promise<{ id: string }> {
  return command(actor, "building.create", input, async (tx, record) => {
    const park = await editablePark(tx, actor, input.parkId);
    const { name, ...facts } = input;
    const building = await tx.building.create({
      data: { ...facts, name, nameSort: pinyinSortKey(name) },
      select: { id: true },
    });
    await record({ ...buildingSubject({ ...park, ...building, name }), after: input });
    return { id: park.id };
  });
}

/** Changes a building's facts. Refuses when somebody saved it after the form was opened. */
export function updateBuilding(actor: Actor, input: EditedBuilding): Promise<{ id: string; parkId: string }> {
  return command(actor, "building.update", input, async (tx, record) => {
    const before = await editableBuilding(tx, actor, input.id);
    const { id, version, name, ...facts } = input;
    const written = await tx.building.updateMany({
      where: { id, version, closedOn: null },
      data: { ...facts, name, nameSort: pinyinSortKey(name), version: { increment: 1 } },
    });
    if (written.count !== 1) throw stale(before);
    await record({ ...buildingSubject({ ...before, name }), before: placed(before), after: input });
    return { id, parkId: before.parkId };
  });
}

/** Takes a building out of use from a day on, with the reason. Its enterprises keep their history. */
export function closeBuilding(actor: Actor, input: ClosedBuilding): Promise<{ id: string; parkId: string }> {
  return command(actor, "building.close", input, async (tx, record) => {
    const before = await editableBuilding(tx, actor, input.id);
    const written = await tx.building.updateMany({
      where: { id: input.id, version: input.version, closedOn: null },
      data: { closedOn: toDate(input.closedOn), closeReason: input.reason, version: { increment: 1 } },
    });
    if (written.count !== 1) throw stale(before);
    await record({ ...buildingSubject(before), reason: input.reason, after: { closedOn: input.closedOn } });
    return { id: input.id, parkId: before.parkId };
  });
}

/** Keeps figures as a park reported them, with their day and source. Refuses a second report of one source for one day. */
export function addParkFigure(actor: Actor, input: NewFigure): Promise<{ id: string }> {
  return command(actor, "park.addFigure", input, async (tx, record) => {
    const park = await editablePark(tx, actor, input.parkId);
    refuseFuture(actor, input.reportedOn);
    const data = { ...input, reportedOn: toDate(input.reportedOn) };
    await tx.parkFigure.create({ data, select: { id: true } });
    await record({ ...parkSubject(park), after: input });
    return { id: park.id };
  });
}

/** Takes out figures that were entered wrongly; the trail keeps them with the reason. */
export function removeParkFigure(actor: Actor, input: RemovedFigure): Promise<{ id: string }> {
  return command(actor, "park.removeFigure", input, async (tx, record) => {
    const park = await editablePark(tx, actor, input.parkId);
    const where = { id: input.figureId, parkId: park.id };
    const figure = await tx.parkFigure.findFirst({ where });
    if (!figure) throw notFound("上报数据");
    await tx.parkFigure.delete({ where });
    const { id: _id, parkId: _parkId, reportedOn, ...numbers } = figure;
    await record({
      ...parkSubject(park),
      reason: input.reason,
      before: { ...numbers, reportedOn: toDay(reportedOn) },
      after: { removed: true },
    });
    return { id: park.id };
  });
}

const parkSubject = (park: { id: string; name: string; committeeId: string }) => ({
  subjectType: "Park",
  subjectId: park.id,
  subjectName: park.name,
  committeeId: park.committeeId,
});

const buildingSubject = (building: { id: string; name: string; committeeId: string }) => ({
  ...parkSubject(building),
  subjectType: "Building",
});

function placed({ name, address, latitude, longitude }: Placed) {
  return { name, address, latitude, longitude };
}

function refuseFuture(actor: Actor, day: Day): void {
  if (day <= actor.day) return;
  throw new DomainError("CONFLICT", `上报日期不能晚于今天（${actor.day}）。请核对日期。`);
}

async function editableBuilding(tx: Tx, actor: Actor, id: string) {
  const building = await tx.building.findFirst({
    where: { AND: [{ park: visibleParks(actor) }, { id }] },
    select: { ...placedSelect, park: { select: { id: true, committeeId: true } } },
  });
  if (!building || !canEditPark(actor, building.park)) throw notFound("楼宇");
  const { closedOn, park, ...open } = building;
  if (closedOn) throw new DomainError("WRONG_STATE", "该楼宇已停用，不再修改。请选择仍在使用的楼宇。");
  return { ...open, parkId: park.id, committeeId: park.committeeId };
}

const placedSelect = {
  id: true,
  name: true,
  address: true,
  latitude: true,
  longitude: true,
  version: true,
  closedOn: true,
} as const;

async function editablePark(tx: Tx, actor: Actor, id: string) {
  const park = await tx.park.findFirst({
    where: { AND: [visibleParks(actor), { id }] },
    select: { ...placedSelect, committeeId: true },
  });
  if (!park || !canEditPark(actor, park)) throw notFound("园区");
  const { closedOn, ...open } = park;
  if (closedOn) throw new DomainError("WRONG_STATE", "该园区已停用，不再修改。请选择仍在使用的园区。");
  return open;
}

type Placed = { name: string; address: string | null; latitude: number | null; longitude: number | null };

function stale(place: Placed & { version: number }): StaleError {
  return new StaleError(place.version, {
    name: place.name,
    address: place.address ?? "",
    latitude: place.latitude?.toString() ?? "",
    longitude: place.longitude?.toString() ?? "",
  });
}

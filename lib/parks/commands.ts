import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { notFound, StaleError } from "@/lib/errors";
import { canEditPark, visibleParks } from "@/lib/parks/policy";
import type { ClosedPark, EditedPark, NewBuilding, NewPark } from "@/lib/parks/schema";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";

const spelled = (name: string) => ({ name, nameSort: pinyinSortKey(name), searchKeys: searchKeysOf(name) });

/** Registers a park under a committee in the actor's scope. Refuses a second park of the same name there. */
export function createPark(actor: Actor, input: NewPark): Promise<{ id: string }> {
  return command(actor, "park.create", input, async (tx, record) => {
    if (!canEditPark(actor, input)) throw notFound("党委");
    const { name, ...facts } = input;
    const park = await tx.park.create({ data: { ...facts, ...spelled(name) }, select: { id: true } });
    await record({
      subjectType: "Park",
      subjectId: park.id,
      subjectName: name,
      committeeId: input.committeeId,
      after: input,
    });
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
    await record({
      subjectType: "Park",
      subjectId: id,
      subjectName: name,
      committeeId: before.committeeId,
      before,
      after: input,
    });
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
    await record({
      subjectType: "Park",
      subjectId: input.id,
      subjectName: before.name,
      committeeId: before.committeeId,
      reason: input.reason,
      after: { closedOn: input.closedOn },
    });
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
    await record({
      subjectType: "Building",
      subjectId: building.id,
      subjectName: name,
      committeeId: park.committeeId,
      after: input,
    });
    return { id: park.id };
  });
}

async function editablePark(tx: Tx, actor: Actor, id: string) {
  const park = await tx.park.findFirst({
    where: { AND: [visibleParks(actor), { id }] },
    select: { id: true, committeeId: true, name: true, address: true, latitude: true, longitude: true, version: true },
  });
  if (!park || !canEditPark(actor, park)) throw notFound("园区");
  return park;
}

function stale(park: Awaited<ReturnType<typeof editablePark>>): StaleError {
  return new StaleError(park.version, {
    name: park.name,
    address: park.address ?? "",
    latitude: park.latitude?.toString() ?? "",
    longitude: park.longitude?.toString() ?? "",
  });
}

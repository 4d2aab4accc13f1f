import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { DomainError } from "@/lib/errors";
import {
  auditSubject,
  editableBuilding,
  openBuilding,
  openPark,
  placeFacts,
  stalePlace,
} from "@/lib/parks/commands/editable-place";
import type { ClosedBuilding, EditedBuilding, NewBuilding, ReopenedPlace } from "@/lib/parks/schema";
import { pinyinSortKey } from "@/lib/search/pinyin";

type InPark = { id: string; parkId: string };

/** Registers a building in a park of the actor's scope; answers with the park's id. */
export function createBuilding(actor: Actor, input: NewBuilding): Promise<{ id: string }> {
  return command(actor, "building.create", input, async (tx, record) => {
    const park = await openPark(tx, actor, input.parkId);
    const { name, ...facts } = input;
    const building = await tx.building.create({
      data: { ...facts, name, nameSort: pinyinSortKey(name) },
      select: { id: true },
    });
    const { committeeId } = park;
    await record({ ...auditSubject("Building", { id: building.id, name, committeeId }), after: input });
    return { id: park.id };
  });
}

/** Changes a building's facts. Refuses when somebody saved it after the form was opened. */
export function updateBuilding(actor: Actor, input: EditedBuilding): Promise<InPark> {
  return command(actor, "building.update", input, async (tx, record) => {
    const before = await openBuilding(tx, actor, input.id);
    const { id, version, name, ...facts } = input;
    const written = await tx.building.updateMany({
      where: { id, version, closedOn: null },
      data: { ...facts, name, nameSort: pinyinSortKey(name), version: { increment: 1 } },
    });
    if (written.count !== 1) throw stalePlace(before);
    await record({ ...auditSubject("Building", { ...before, name }), before: placeFacts(before), after: input });
    return { id, parkId: before.parkId };
  });
}

/** Takes a building out of use from a day on, with the reason. Its enterprises keep their history. */
export function closeBuilding(actor: Actor, input: ClosedBuilding): Promise<InPark> {
  return command(actor, "building.close", input, async (tx, record) => {
    const before = await openBuilding(tx, actor, input.id);
    const written = await tx.building.updateMany({
      where: { id: input.id, version: input.version, closedOn: null },
      data: { closedOn: toDate(input.closedOn), closeReason: input.reason, version: { increment: 1 } },
    });
    if (written.count !== 1) throw stalePlace(before);
    await record({ ...auditSubject("Building", before), reason: input.reason, after: { closedOn: input.closedOn } });
    return { id: input.id, parkId: before.parkId };
  });
}

/** Takes back a closing, with the reason. Refuses a building in use, and one in a closed park. */
export function reopenBuilding(actor: Actor, input: ReopenedPlace): Promise<InPark> {
  return command(actor, "building.reopen", input, async (tx, record) => {
    const before = await editableBuilding(tx, actor, input.id);
    if (!before.closedOn) throw new DomainError("WRONG_STATE", "该楼宇正在使用，不用恢复。请返回楼宇页面核对。");
    if (!before.isParkOpen) throw new DomainError("WRONG_STATE", "所在园区已停用。请先恢复使用园区。");
    const written = await tx.building.updateMany({
      where: { id: input.id, version: input.version, closedOn: { not: null } },
      data: { closedOn: null, closeReason: null, version: { increment: 1 } },
    });
    if (written.count !== 1) throw stalePlace(before);
    await record({
      ...auditSubject("Building", before),
      reason: input.reason,
      before: { closedOn: before.closedOn, closeReason: before.closeReason },
      after: { closedOn: null },
    });
    return { id: input.id, parkId: before.parkId };
  });
}

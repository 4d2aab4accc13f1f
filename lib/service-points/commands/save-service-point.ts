import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { DomainError, notFound } from "@/lib/errors";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";
import {
  auditSubject,
  openServicePoint,
  placeOfPoint,
  stalePoint,
} from "@/lib/service-points/commands/editable-service-point";
import { canEditServicePoint } from "@/lib/service-points/policy";
import type { EditedServicePoint, NewServicePoint } from "@/lib/service-points/schema";

const columnsOf = ({ name, openedOn, ...facts }: NewServicePoint) => ({
  ...facts,
  name,
  nameSort: pinyinSortKey(name),
  searchKeys: searchKeysOf(name),
  openedOn: toDate(openedOn),
});

/** Registers a service point in a park of the actor's scope; it belongs to the park's committee. Refuses a name taken there. */
export function createServicePoint(actor: Actor, input: NewServicePoint): Promise<{ id: string }> {
  return command(actor, "servicePoint.create", input, async (tx, record) => {
    const { committeeId } = await placeOfPoint(tx, actor, input);
    if (!canEditServicePoint(actor, { committeeId })) throw notFound("园区");
    const point = await tx.servicePoint.create({ data: { ...columnsOf(input), committeeId }, select: { id: true } });
    await record({ ...auditSubject({ ...point, committeeId, name: input.name }), after: input });
    return point;
  });
}

/** Changes a service point's facts. Refuses a park of another committee, and when somebody saved it meanwhile. */
export function updateServicePoint(actor: Actor, input: EditedServicePoint): Promise<{ id: string }> {
  return command(actor, "servicePoint.update", input, async (tx, record) => {
    const before = await openServicePoint(tx, actor, input.id);
    const hasMoved = input.parkId !== before.parkId || input.buildingId !== before.buildingId;
    if (hasMoved && (await placeOfPoint(tx, actor, input)).committeeId !== before.committeeId) {
      throw new DomainError("CONFLICT", "所选园区属于另一个党委。服务点只能在本党委的园区之间变更，请重新选择。");
    }
    const { id, version, ...facts } = input;
    const written = await tx.servicePoint.updateMany({
      where: { id, version, closedOn: null },
      data: { ...columnsOf(facts), version: { increment: 1 } },
    });
    if (written.count !== 1) throw stalePoint(before);
    const { committeeId: _committeeId, closedOn: _closedOn, closeReason: _closeReason, ...earlier } = before;
    await record({ ...auditSubject({ ...before, name: input.name }), before: earlier, after: input });
    return { id };
  });
}

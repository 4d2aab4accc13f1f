import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { weekdayLabels } from "@/lib/duty/labels";
import { DomainError, notFound, StaleError } from "@/lib/errors";
import { canEditPark, visibleParks } from "@/lib/parks/policy";
import { dutyRhythmLabels, servicePointKindLabels } from "@/lib/service-points/labels";
import { canEditServicePoint, visibleServicePoints } from "@/lib/service-points/policy";

/** The service point as it stands now, for a change by the actor. Refuses what is missing or not the actor's to change. */
export async function editableServicePoint(tx: Tx, actor: Actor, id: string) {
  const point = await tx.servicePoint.findFirst({
    where: { AND: [visibleServicePoints(actor), { id }] },
    select: {
      id: true,
      committeeId: true,
      name: true,
      kind: true,
      parkId: true,
      buildingId: true,
      rooms: true,
      openingHours: true,
      dutyRhythm: true,
      dutyWeekday: true,
      openedOn: true,
      closedOn: true,
      closeReason: true,
      version: true,
    },
  });
  if (!point || !canEditServicePoint(actor, point)) throw notFound("服务点");
  return { ...point, openedOn: toDay(point.openedOn), closedOn: point.closedOn && toDay(point.closedOn) };
}

type EditablePoint = Awaited<ReturnType<typeof editableServicePoint>>;

/** The same, and it is in use. */
export async function openServicePoint(tx: Tx, actor: Actor, id: string): Promise<EditablePoint> {
  const point = await editableServicePoint(tx, actor, id);
  if (point.closedOn) {
    throw new DomainError("WRONG_STATE", `该服务点已于 ${point.closedOn} 撤点，不再修改。登记有误的，请先恢复使用。`);
  }
  return point;
}

/** The refusal of a form opened before somebody else saved, with what stands now. */
export function stalePoint(point: EditablePoint): StaleError {
  return new StaleError(point.version, {
    name: point.name,
    kind: servicePointKindLabels[point.kind],
    rooms: point.rooms.join("、"),
    openingHours: point.openingHours ?? "",
    dutyRhythm: dutyRhythmLabels[point.dutyRhythm],
    dutyWeekday: weekdayLabels[point.dutyWeekday] ?? "",
    openedOn: point.openedOn,
  });
}

/** The open park, and the open building in it, where a service point is to be; gives the committee they belong to. */
export async function placeOfPoint(tx: Tx, actor: Actor, place: { parkId: string; buildingId: string | null }) {
  const park = await tx.park.findFirst({
    where: { AND: [visibleParks(actor), { id: place.parkId, closedOn: null }] },
    select: { id: true, committeeId: true },
  });
  if (!park || !canEditPark(actor, park)) throw notFound("园区");
  if (place.buildingId === null) return park;
  const building = await tx.building.findFirst({
    where: { id: place.buildingId, parkId: park.id, closedOn: null },
    select: { id: true },
  });
  if (!building) throw new DomainError("CONFLICT", "所选楼宇不在所选园区内，或已停用。请重新选择楼宇。");
  return park;
}

/** What the audit entry of a change says about what it concerns. */
export function auditSubject(point: { id: string; name: string; committeeId: string }) {
  return {
    subjectType: "ServicePoint",
    subjectId: point.id,
    subjectName: point.name,
    committeeId: point.committeeId,
  };
}

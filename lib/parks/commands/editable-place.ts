import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound, StaleError } from "@/lib/errors";
import { canEditPark, visibleParks } from "@/lib/parks/policy";

const placeColumns = {
  id: true,
  name: true,
  address: true,
  latitude: true,
  longitude: true,
  closedOn: true,
  closeReason: true,
  version: true,
} as const;

/** The park as it stands now, for a change by the actor. Refuses what is missing or not the actor's to change. */
export async function editablePark(tx: Tx, actor: Actor, id: string) {
  const park = await tx.park.findFirst({
    where: { AND: [visibleParks(actor), { id }] },
    select: { ...placeColumns, committeeId: true },
  });
  if (!park || !canEditPark(actor, park)) throw notFound("园区");
  return { ...park, closedOn: park.closedOn && toDay(park.closedOn) };
}

/** The same, and it is in use. */
export async function openPark(tx: Tx, actor: Actor, id: string) {
  const park = await editablePark(tx, actor, id);
  if (park.closedOn) throw new DomainError("WRONG_STATE", "该园区已停用，不再修改。请选择仍在使用的园区。");
  return park;
}

/** The building as it stands now, for a change by the actor, with the park it is in. */
export async function editableBuilding(tx: Tx, actor: Actor, id: string) {
  const building = await tx.building.findFirst({
    where: { AND: [{ park: visibleParks(actor) }, { id }] },
    select: { ...placeColumns, park: { select: { id: true, committeeId: true, closedOn: true } } },
  });
  if (!building || !canEditPark(actor, building.park)) throw notFound("楼宇");
  const { park, closedOn, ...place } = building;
  return {
    ...place,
    closedOn: closedOn && toDay(closedOn),
    parkId: park.id,
    committeeId: park.committeeId,
    isParkOpen: park.closedOn === null,
  };
}

/** The same, and it is in use. */
export async function openBuilding(tx: Tx, actor: Actor, id: string) {
  const building = await editableBuilding(tx, actor, id);
  if (building.closedOn) throw new DomainError("WRONG_STATE", "该楼宇已停用，不再修改。请选择仍在使用的楼宇。");
  return building;
}

type Place = { name: string; address: string | null; latitude: number | null; longitude: number | null };

/** What an audit entry keeps of a place before a change. */
export function placeFacts({ name, address, latitude, longitude }: Place) {
  return { name, address, latitude, longitude };
}

/** The refusal of a form opened before somebody else saved, with what stands now. */
export function stalePlace(place: Place & { version: number }): StaleError {
  return new StaleError(place.version, {
    name: place.name,
    address: place.address ?? "",
    latitude: place.latitude?.toString() ?? "",
    longitude: place.longitude?.toString() ?? "",
  });
}

/** What the audit entry of a change says about what it concerns. */
export function auditSubject(
  subjectType: "Park" | "Building",
  place: { id: string; name: string; committeeId: string },
) {
  return { subjectType, subjectId: place.id, subjectName: place.name, committeeId: place.committeeId };
}

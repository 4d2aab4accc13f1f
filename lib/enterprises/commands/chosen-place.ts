import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Place } from "@/lib/enterprises/schema";
import { DomainError, notFound } from "@/lib/errors";
import { visibleParks } from "@/lib/parks/policy";

export type ChosenPlace = { parkId: string; parkName: string; buildingId: string | null; buildingName: string | null };

/** The park and building a form names; refuses what is out of scope, not in that park, or no longer in use. */
export async function chosenPlace(tx: Tx, actor: Actor, place: NonNullable<Place>): Promise<ChosenPlace> {
  const park = await tx.park.findFirst({
    where: { AND: [visibleParks(actor), { id: place.parkId }] },
    select: { name: true, closedOn: true },
  });
  if (!park) throw notFound("园区");
  if (park.closedOn) throw new DomainError("WRONG_STATE", `${park.name}已停用，不能再登记企业。请选择其他园区。`);
  if (place.buildingId === null) {
    return { parkId: place.parkId, parkName: park.name, buildingId: null, buildingName: null };
  }
  const building = await tx.building.findFirst({
    where: { id: place.buildingId, parkId: place.parkId },
    select: { name: true, closedOn: true },
  });
  if (!building) throw notFound("楼宇");
  if (building.closedOn) {
    throw new DomainError("WRONG_STATE", `${building.name}已停用，不能再登记企业。请选择其他楼宇。`);
  }
  return { parkId: place.parkId, parkName: park.name, buildingId: place.buildingId, buildingName: building.name };
}

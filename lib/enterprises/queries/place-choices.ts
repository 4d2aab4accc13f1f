import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleParks } from "@/lib/parks/policy";

/** Open parks and their open buildings for a form, in pinyin order: value `park` or `park:building`. */
export async function placeChoices(actor: Actor): Promise<{ value: string; label: string }[]> {
  const parks = await db.park.findMany({
    where: { AND: [visibleParks(actor), { closedOn: null }] },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: 500,
    select: {
      id: true,
      name: true,
      buildings: { where: { closedOn: null }, orderBy: { nameSort: "asc" }, select: { id: true, name: true } },
    },
  });
  return parks.flatMap((park) => [
    { value: park.id, label: park.name },
    ...park.buildings.map((building) => ({
      value: `${park.id}:${building.id}`,
      label: `${park.name} · ${building.name}`,
    })),
  ]);
}

/** Parks to filter a list by, and the buildings of the chosen one (or the chosen building alone). */
export async function placeFilterChoices(actor: Actor, chosen: { park?: string; building?: string }) {
  const { park, building } = chosen;
  const [parks, buildings] = await Promise.all([
    db.park.findMany({
      where: { AND: [visibleParks(actor), { closedOn: null }] },
      orderBy: [{ nameSort: "asc" }, { id: "asc" }],
      take: 200,
      select: { id: true, name: true },
    }),
    park || building
      ? db.building.findMany({
          where: { AND: [{ park: visibleParks(actor) }, park ? { parkId: park } : { id: building ?? "" }] },
          orderBy: [{ nameSort: "asc" }, { id: "asc" }],
          take: 200,
          select: { id: true, name: true },
        })
      : [],
  ]);
  return { parks, buildings };
}

/** The location without an end, as the forms of change and correction need it. */
export async function findPresentLocation(enterpriseId: string) {
  const location = await db.enterpriseLocation.findFirst({
    where: { enterpriseId, validTo: null },
    select: {
      parkId: true,
      buildingId: true,
      isSettled: true,
      validFrom: true,
      park: { select: { name: true } },
      building: { select: { name: true } },
    },
  });
  if (!location) return null;
  const { park, building, parkId, buildingId } = location;
  return {
    place: buildingId ? `${parkId}:${buildingId}` : parkId,
    words: `${park.name}${building?.name ?? ""}`,
    isSettled: location.isSettled,
    validFrom: toDay(location.validFrom),
  };
}

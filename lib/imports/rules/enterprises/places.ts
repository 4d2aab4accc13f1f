import { normaliseName } from "@/lib/identifiers/name";
import type { EnterpriseEntry } from "@/lib/imports/rules/enterprises/entry";

export type KnownPark = { id: string; name: string; buildings: readonly { id: string; name: string }[] };
export type KnownPlace = { parkId: string; buildingId: string | null };

/** An entry whose park and building are those of the register, in its spelling. */
export type PlacedEntry = EnterpriseEntry & { place: KnownPlace | null };

/**
 * Finds the parks and buildings the rows name. One that is not registered stays empty with a note: a park is never made
 * out of a word in a list, and a building without its park is none.
 */
export function settlePlaces(entries: readonly EnterpriseEntry[], parks: readonly KnownPark[]): PlacedEntry[] {
  const byName = new Map(parks.map((park) => [normaliseName(park.name), park]));
  return entries.map((entry) => {
    const { parkName, buildingName } = entry.values;
    if (parkName === null && buildingName === null) return { ...entry, place: null };
    const notes = [...entry.notes];
    const park = parkName === null ? null : (byName.get(normaliseName(parkName)) ?? null);
    if (parkName !== null && !park) notes.push(`园区“${parkName}”未登记或已停用，所在园区留空`);
    const building = park && buildingName !== null ? buildingIn(park, buildingName) : null;
    if (buildingName !== null && !building) notes.push(noteOnBuilding(buildingName, park));
    return {
      ...entry,
      notes,
      values: { ...entry.values, parkName: park?.name ?? null, buildingName: building?.name ?? null },
      place: park && { parkId: park.id, buildingId: building?.id ?? null },
    };
  });
}

function buildingIn(park: KnownPark, name: string) {
  const key = normaliseName(name);
  return park.buildings.find((building) => normaliseName(building.name) === key) ?? null;
}

function noteOnBuilding(name: string, park: KnownPark | null): string {
  if (!park) return `楼宇“${name}”没有对应的已登记园区，楼宇留空`;
  return `楼宇“${name}”未在“${park.name}”登记，楼宇留空；登记楼宇后再次导入即可补上`;
}

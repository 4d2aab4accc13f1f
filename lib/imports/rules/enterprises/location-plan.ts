import { addDays, type Day } from "@/lib/calendar";
import type { KnownPlace } from "@/lib/imports/rules/enterprises/places";

export type Location = KnownPlace & { id: string; isSettled: boolean; validFrom: Day; validTo: Day | null };
export type LocationDraft = Omit<Location, "id">;

/** What a row says of the place. Null: it does not say. */
export type SaidPlace = { place: KnownPlace | null; isBuildingSaid: boolean; isSettled: boolean | null };

/** The location that stands gets this end, or goes altogether; another begins. */
export type LocationPlan = { endOn: Day | null; isRemoved: boolean; begin: LocationDraft | null };

const nothing: LocationPlan = { endOn: null, isRemoved: false, begin: null };

/**
 * How the location of a known enterprise follows from a row. A change holds from the day of the import, for the file does
 * not say since when; one entered the same day is replaced. A closed enterprise stays where it was, up to its closing.
 */
export function planLocation(
  current: Location | null,
  said: SaidPlace,
  { day, closedOn, isReopened }: { day: Day; closedOn: Day | null; isReopened: boolean },
): LocationPlan {
  const next = nextPlace(current, said);
  if (next === null) return nothing;
  const isSame = current !== null && samePlace(current, next);
  if (closedOn !== null) return untilClosing(current, next, isSame, closedOn);
  if (current === null || isReopened) return { ...nothing, begin: { ...next, validFrom: day, validTo: null } };
  if (isSame) return nothing;
  const begin = { ...next, validFrom: day, validTo: current.validTo };
  return current.validFrom < day ? { ...nothing, endOn: day, begin } : { ...nothing, isRemoved: true, begin };
}

type Place = Pick<Location, "parkId" | "buildingId" | "isSettled">;

/** A building belongs to its park: it is not carried to another one. */
function nextPlace(current: Location | null, { place, isBuildingSaid, isSettled }: SaidPlace): Place | null {
  const parkId = place?.parkId ?? current?.parkId;
  if (parkId === undefined) return null;
  const sameBuilding = current?.parkId === parkId ? current.buildingId : null;
  return {
    parkId,
    buildingId: isBuildingSaid ? (place?.buildingId ?? null) : sameBuilding,
    isSettled: isSettled ?? current?.isSettled ?? false,
  };
}

function samePlace(one: Place, other: Place): boolean {
  return one.parkId === other.parkId && one.buildingId === other.buildingId && one.isSettled === other.isSettled;
}

function untilClosing(current: Location | null, next: Place, isSame: boolean, closedOn: Day): LocationPlan {
  const from = current && current.validFrom < closedOn ? current.validFrom : addDays(closedOn, -1);
  const until = { ...next, validFrom: from, validTo: closedOn };
  if (current === null) return { ...nothing, begin: until };
  if (!isSame || current.validFrom >= closedOn) return { ...nothing, isRemoved: true, begin: until };
  return current.validTo === null || current.validTo > closedOn ? { ...nothing, endOn: closedOn } : nothing;
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { visibleParks } from "@/lib/parks/policy";
import { settingsOn } from "@/lib/settings/queries";

/** The open parks where a service point can be, each with its open buildings, in pinyin order. */
export function placeChoices(actor: Actor) {
  return db.park.findMany({
    where: { AND: [visibleParks(actor), { closedOn: null }] },
    orderBy: { nameSort: "asc" },
    take: 500,
    select: {
      id: true,
      name: true,
      committeeId: true,
      buildings: { where: { closedOn: null }, orderBy: { nameSort: "asc" }, select: { id: true, name: true } },
    },
  });
}

/**
 * How often duty is offered at first for a new point: as the committee of the chosen park has set it, or of all parks
 * when they are one committee's. Null where the committee is not known yet.
 */
export async function usualRhythm(actor: Actor, places: { id: string; committeeId: string }[], parkId?: string) {
  const owners = new Set(
    places.filter(({ id }) => parkId === undefined || id === parkId).map((one) => one.committeeId),
  );
  const [owner, ...others] = owners;
  if (owner === undefined || others.length > 0) return null;
  return (await settingsOn(owner, actor.day)).dutyRhythm;
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { visibleParks } from "@/lib/parks/policy";

/** The open parks where a service point can be, each with its open buildings, in pinyin order. */
export function placeChoices(actor: Actor) {
  return db.park.findMany({
    where: { AND: [visibleParks(actor), { closedOn: null }] },
    orderBy: { nameSort: "asc" },
    take: 500,
    select: {
      id: true,
      name: true,
      buildings: { where: { closedOn: null }, orderBy: { nameSort: "asc" }, select: { id: true, name: true } },
    },
  });
}

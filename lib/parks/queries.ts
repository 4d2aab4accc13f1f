import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { pageWindow } from "@/lib/forms/list-params";
import { canEditPark, visibleParks } from "@/lib/parks/policy";
import type { ParkList } from "@/lib/parks/schema";
import { nameMatches } from "@/lib/search/keys";

function parksWhere(actor: Actor, list: ParkList): Prisma.ParkWhereInput {
  const day = toDate(actor.day);
  const open = { OR: [{ closedOn: null }, { closedOn: { gt: day } }] };
  return { AND: [visibleParks(actor), nameMatches(list.q) ?? {}, list.closed ? {} : open] };
}

/** One page of the parks in the actor's scope, with how many enterprises are there and settled there today. */
export async function listParks(actor: Actor, list: ParkList) {
  const where = parksWhere(actor, list);
  const direction = list.sort.startsWith("-") ? "desc" : "asc";
  const [parks, total] = await Promise.all([
    db.park.findMany({
      where,
      orderBy: [{ nameSort: direction }, { id: direction }],
      ...pageWindow(list.page),
      select: {
        id: true,
        name: true,
        address: true,
        closedOn: true,
        _count: { select: { buildings: true, servicePoints: true } },
      },
    }),
    db.park.count({ where }),
  ]);
  const counts = await countEnterprises(
    actor,
    parks.map(({ id }) => id),
  );
  const rows = parks.map(({ closedOn, _count, ...park }) => ({
    ...park,
    closedOn: closedOn && toDay(closedOn),
    buildingCount: _count.buildings,
    servicePointCount: _count.servicePoints,
    registeredCount: counts.get(`${park.id} false`) ?? 0,
    settledCount: counts.get(`${park.id} true`) ?? 0,
  }));
  return { rows, total };
}

/** Enterprises per park today, settled and not, in one query for the whole page. */
async function countEnterprises(actor: Actor, parkIds: string[]): Promise<Map<string, number>> {
  const groups = await db.enterpriseLocation.groupBy({
    by: ["parkId", "isSettled"],
    where: { parkId: { in: parkIds }, ...validOn(actor.day), enterprise: { closedOn: null } },
    _count: true,
  });
  return new Map(groups.map(({ parkId, isSettled, _count }) => [`${parkId} ${isSettled}`, _count]));
}

/** One park with everything that hangs on it, or null when it is missing or outside the actor's scope. */
export async function findPark(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const park = await db.park.findFirst({
    where: { AND: [visibleParks(actor), { id }] },
    select: {
      id: true,
      committeeId: true,
      name: true,
      address: true,
      latitude: true,
      longitude: true,
      closedOn: true,
      closeReason: true,
      version: true,
      committee: { select: { name: true } },
      buildings: { orderBy: { nameSort: "asc" }, select: { id: true, name: true, address: true, closedOn: true } },
      servicePoints: { orderBy: { nameSort: "asc" }, select: { id: true, name: true, kind: true, closedOn: true } },
      figures: { orderBy: { reportedOn: "desc" }, take: 20 },
    },
  });
  if (!park) return null;
  const counts = await countEnterprises(actor, [park.id]);
  return {
    ...park,
    closedOn: park.closedOn && toDay(park.closedOn),
    figures: park.figures.map((figure) => ({ ...figure, reportedOn: toDay(figure.reportedOn) })),
    registeredCount: counts.get(`${park.id} false`) ?? 0,
    settledCount: counts.get(`${park.id} true`) ?? 0,
    can: { edit: canEditPark(actor, park) && park.closedOn === null },
  };
}

/** Open parks the actor may choose from, in pinyin order. */
export function parkChoices(actor: Actor) {
  return db.park.findMany({
    where: { AND: [visibleParks(actor), { closedOn: null }] },
    orderBy: { nameSort: "asc" },
    take: 500,
    select: { id: true, name: true },
  });
}

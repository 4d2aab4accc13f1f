import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { toDate, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { pageWindow } from "@/lib/forms/list-params";
import { canEditPark, visibleParks } from "@/lib/parks/policy";
import type { ParkList } from "@/lib/parks/schema";
import { nameMatches } from "@/lib/search/keys";
import { visibleServicePoints } from "@/lib/service-points/policy";

function parksWhere(actor: Actor, list: ParkList): Prisma.ParkWhereInput {
  const day = toDate(actor.day);
  const open = { OR: [{ closedOn: null }, { closedOn: { gt: day } }] };
  return { AND: [visibleParks(actor), nameMatches(list.q) ?? {}, list.closed ? {} : open] };
}

/** One page of the parks in the actor's scope, with how many enterprises are there and settled there today. */
export async function listParks(actor: Actor, list: ParkList) {
  const [rows, total] = await Promise.all([
    parkRows(actor, list, pageWindow(list.page)),
    db.park.count({ where: parksWhere(actor, list) }),
  ]);
  return { rows, total };
}

/** All parks under the filters of a list. */
export function exportParks(actor: Actor, list: ParkList) {
  return parkRows(actor, list, { take: 20_000 });
}

async function parkRows(actor: Actor, list: ParkList, window: { skip?: number; take: number }) {
  const direction = list.sort.startsWith("-") ? "desc" : "asc";
  const parks = await db.park.findMany({
    where: parksWhere(actor, list),
    orderBy: [{ nameSort: direction }, { id: direction }],
    ...window,
    select: {
      id: true,
      name: true,
      address: true,
      closedOn: true,
      _count: { select: { buildings: true, servicePoints: true } },
    },
  });
  const counts = await countEnterprises(
    actor,
    "parkId",
    parks.map(({ id }) => id),
  );
  return parks.map(({ closedOn, _count, ...park }) => ({
    ...park,
    closedOn: closedOn && toDay(closedOn),
    buildingCount: _count.buildings,
    servicePointCount: _count.servicePoints,
    ...countsOf(counts, park.id),
  }));
}

/** Open enterprises per park or building today, settled and not, in one query for the whole page. */
export async function countEnterprises(actor: Actor, by: "parkId" | "buildingId", ids: string[]): Promise<Counts> {
  const groups = await db.enterpriseLocation.groupBy({
    by: [by, "isSettled"],
    where: { [by]: { in: ids }, ...validOn(actor.day), enterprise: { closedOn: null } },
    _count: true,
  });
  return new Map(groups.map((group) => [`${group[by]} ${group.isSettled}`, group._count]));
}

type Counts = Map<string, number>;

export const countsOf = (counts: Counts, id: string) => ({
  registeredCount: counts.get(`${id} false`) ?? 0,
  settledCount: counts.get(`${id} true`) ?? 0,
});

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
      servicePoints: {
        where: visibleServicePoints(actor),
        orderBy: { nameSort: "asc" },
        select: { id: true, name: true, kind: true, closedOn: true },
      },
      figures: { orderBy: { reportedOn: "desc" }, take: 20 },
    },
  });
  if (!park) return null;
  const counts = await countEnterprises(actor, "parkId", [park.id]);
  return {
    ...park,
    closedOn: park.closedOn && toDay(park.closedOn),
    figures: park.figures.map((figure) => ({ ...figure, reportedOn: toDay(figure.reportedOn) })),
    buildings: park.buildings.map((building) => ({
      ...building,
      closedOn: building.closedOn && toDay(building.closedOn),
    })),
    ...countsOf(counts, park.id),
    can: {
      edit: canEditPark(actor, park) && park.closedOn === null,
      reopen: canEditPark(actor, park) && park.closedOn !== null,
    },
  };
}

/** One building of a park in the actor's scope with what hangs on it, or null. */
export async function findBuilding(actor: Actor, parkId: string, id: string) {
  if (!isRecordId(id) || !isRecordId(parkId)) return null;
  const building = await db.building.findFirst({
    where: { AND: [{ park: visibleParks(actor) }, { id, parkId }] },
    select: {
      id: true,
      name: true,
      address: true,
      latitude: true,
      longitude: true,
      closedOn: true,
      closeReason: true,
      version: true,
      park: { select: { id: true, name: true, committeeId: true, closedOn: true } },
      servicePoints: {
        where: { AND: [visibleServicePoints(actor), { closedOn: null }] },
        orderBy: { nameSort: "asc" },
        select: { id: true, name: true },
      },
      branches: {
        where: { AND: [visibleBranches(actor), { dissolvedOn: null }] },
        orderBy: { nameSort: "asc" },
        select: { id: true, name: true },
      },
    },
  });
  if (!building) return null;
  const counts = await countEnterprises(actor, "buildingId", [building.id]);
  const mayEdit = canEditPark(actor, building.park) && building.park.closedOn === null;
  return {
    ...building,
    closedOn: building.closedOn && toDay(building.closedOn),
    ...countsOf(counts, building.id),
    can: { edit: mayEdit && building.closedOn === null, reopen: mayEdit && building.closedOn !== null },
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

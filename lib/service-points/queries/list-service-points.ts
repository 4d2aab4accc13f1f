import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { pageWindow } from "@/lib/forms/list-params";
import { nameMatches } from "@/lib/search/keys";
import { visibleServicePoints } from "@/lib/service-points/policy";
import type { ServicePointList } from "@/lib/service-points/schema";

function pointsWhere(actor: Actor, list: ServicePointList): Prisma.ServicePointWhereInput {
  const open = { OR: [{ closedOn: null }, { closedOn: { gt: toDate(actor.day) } }] };
  return {
    AND: [
      visibleServicePoints(actor),
      nameMatches(list.q) ?? {},
      list.kind ? { kind: list.kind } : {},
      list.park ? { parkId: list.park } : {},
      list.unassigned ? { assignments: { none: validOn(actor.day) } } : {},
      list.closed ? {} : open,
    ],
  };
}

/** One page of the service points in the actor's scope with who is assigned today, and how many there are in all. */
export async function listServicePoints(actor: Actor, list: ServicePointList) {
  const [rows, total] = await Promise.all([
    pointRows(actor, list, pageWindow(list.page)),
    db.servicePoint.count({ where: pointsWhere(actor, list) }),
  ]);
  return { rows, total };
}

/** All service points under the filters of a list. */
export function exportServicePoints(actor: Actor, list: ServicePointList) {
  return pointRows(actor, list, { take: 20_000 });
}

async function pointRows(actor: Actor, list: ServicePointList, window: { skip?: number; take: number }) {
  const direction = list.sort.startsWith("-") ? "desc" : "asc";
  const points = await db.servicePoint.findMany({
    where: pointsWhere(actor, list),
    orderBy: [{ nameSort: direction }, { id: direction }],
    ...window,
    select: {
      id: true,
      name: true,
      kind: true,
      rooms: true,
      openingHours: true,
      dutyRhythm: true,
      dutyWeekday: true,
      openedOn: true,
      closedOn: true,
    },
  });
  const surroundings = await surroundingsOf(
    actor,
    points.map(({ id }) => id),
  );
  return points.map(({ openedOn, closedOn, ...point }) => ({
    ...point,
    openedOn: toDay(openedOn),
    closedOn: closedOn && toDay(closedOn),
    ...(surroundings.get(point.id) ?? { parkName: "", buildingName: null, instructorNames: null }),
  }));
}

type Surroundings = { id: string; parkName: string; buildingName: string | null; instructorNames: string | null };

/** Park, building and the instructors of today for all rows of a page in one read. */
async function surroundingsOf(actor: Actor, ids: string[]): Promise<Map<string, Surroundings>> {
  const rows = await db.$queryRaw<Surroundings[]>`
    SELECT s.id, p.name AS "parkName", b.name AS "buildingName",
      (SELECT string_agg(i.name, '、' ORDER BY i."nameSort") FROM "Assignment" a
        JOIN "Instructor" i ON i.id = a."instructorId"
        WHERE a."servicePointId" = s.id AND a."validFrom" <= ${actor.day}::date
          AND (a."validTo" IS NULL OR a."validTo" > ${actor.day}::date)) AS "instructorNames"
    FROM "ServicePoint" s JOIN "Park" p ON p.id = s."parkId" LEFT JOIN "Building" b ON b.id = s."buildingId"
    WHERE s.id = ANY (${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

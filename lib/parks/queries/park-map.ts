import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { canSeeCoverage } from "@/lib/coverage/policy";
import { completeQuestion } from "@/lib/coverage/queries/complete-question";
import { summarizeCoverage } from "@/lib/coverage/queries/summarize-coverage";
import { db } from "@/lib/db/client";
import { canEditPark, visibleParks } from "@/lib/parks/policy";
import { countEnterprises, countsOf } from "@/lib/parks/queries";
import type { Place } from "@/lib/parks/rules/projection";
import { visibleServicePoints } from "@/lib/service-points/policy";

/** More marks than this no picture of this size can tell apart. */
const most = 200;

/**
 * The live parks and service points in the actor's scope with where they lie, in name order and numbered through; null for
 * a place that nobody has entered. A service point lies where its building does, else where its park does. Coverage as of
 * today, in the committee's base, for those who may see coverage.
 */
export async function parkMap(actor: Actor) {
  const asked = await completeQuestion(actor, {});
  const day = toDate(actor.day);
  const open = { OR: [{ closedOn: null }, { closedOn: { gt: day } }] };
  const inOrder = [{ nameSort: "asc" as const }, { id: "asc" as const }];
  const [parks, points, coverage] = await Promise.all([
    db.park.findMany({
      where: { AND: [visibleParks(actor), open] },
      orderBy: inOrder,
      take: most,
      select: { id: true, name: true, committeeId: true, latitude: true, longitude: true },
    }),
    db.servicePoint.findMany({
      where: { AND: [visibleServicePoints(actor), open] },
      orderBy: inOrder,
      take: most,
      select: {
        id: true,
        name: true,
        kind: true,
        park: { select: { name: true, latitude: true, longitude: true } },
        building: { select: { latitude: true, longitude: true } },
      },
    }),
    canSeeCoverage(actor) ? summarizeCoverage(actor, { day: asked.day, base: asked.base }) : null,
  ]);
  const counts = await countEnterprises(
    actor,
    "parkId",
    parks.map(({ id }) => id),
  );
  const covered = new Map(coverage?.parks.map((group) => [group.park, group]));
  return {
    base: coverage ? asked.base : null,
    parks: parks.map(({ latitude, longitude, committeeId, ...park }, index) => {
      const { organized = 0, base = 0 } = covered.get(park.id) ?? {};
      return {
        ...park,
        number: index + 1,
        place: placeOf(latitude, longitude),
        settledCount: countsOf(counts, park.id).settledCount,
        coverage: coverage ? { organized, base } : null,
        can: { edit: canEditPark(actor, { committeeId }) },
      };
    }),
    points: points.map(({ park, building, ...point }, index) => ({
      ...point,
      number: parks.length + index + 1,
      parkName: park.name,
      place: placeOf(building?.latitude, building?.longitude) ?? placeOf(park.latitude, park.longitude),
    })),
  };
}

export type ParkMap = Awaited<ReturnType<typeof parkMap>>;

function placeOf(latitude: number | null | undefined, longitude: number | null | undefined): Place | null {
  const isKnown = typeof latitude === "number" && typeof longitude === "number";
  return isKnown ? { latitude, longitude } : null;
}

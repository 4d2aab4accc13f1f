import "server-only";
import { activityRhythm } from "@/lib/activities/queries/activity-rhythm";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { countRhythm } from "@/lib/desks/rules/field";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { visibleServicePoints } from "@/lib/service-points/policy";

/**
 * Everything the instructor looks after today: service points, enterprises with where they are, branches; and how many
 * of them take part in activities as often as they should.
 */
export async function instructorField(actor: Actor) {
  const live = validOn(actor.day);
  const instructorId = actor.instructorId ?? "";
  const mine = { assignments: { some: { instructorId, ...live } } };
  const [servicePoints, enterprises, branches, rhythm] = await Promise.all([
    db.servicePoint.findMany({
      where: { AND: [visibleServicePoints(actor), mine, { closedOn: null }] },
      orderBy: { nameSort: "asc" },
      select: { id: true, name: true, openingHours: true, dutyRhythm: true, dutyWeekday: true },
    }),
    db.enterprise.findMany({
      where: { AND: [visibleEnterprises(actor), mine, { closedOn: null }] },
      orderBy: [{ nameSort: "asc" }, { id: "asc" }],
      take: 200,
      select: {
        id: true,
        name: true,
        address: true,
        contactName: true,
        locations: { where: live, select: { park: { select: { name: true } }, building: { select: { name: true } } } },
        coverages: { where: live, select: { branchKind: true } },
      },
    }),
    db.branch.findMany({
      where: { AND: [visibleBranches(actor), mine, { dissolvedOn: null }] },
      orderBy: { nameSort: "asc" },
      take: 100,
      select: { id: true, name: true, kind: true },
    }),
    instructorId ? activityRhythm(actor, { instructorId }) : [],
  ]);
  return {
    servicePoints,
    branches,
    activities: countRhythm(rhythm),
    enterprises: enterprises.map(({ locations: [place], coverages, ...enterprise }) => ({
      ...enterprise,
      place: [place?.park.name, place?.building?.name].filter(Boolean).join(" "),
      isCovered: coverages.length > 0,
    })),
  };
}

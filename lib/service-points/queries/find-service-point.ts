import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { canEditServicePoint, visibleServicePoints } from "@/lib/service-points/policy";

/** One service point with everybody ever assigned to it, or null when it is missing or outside the actor's scope. */
export async function findServicePoint(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const point = await db.servicePoint.findFirst({
    where: { AND: [visibleServicePoints(actor), { id }] },
    select: {
      id: true,
      committeeId: true,
      name: true,
      kind: true,
      rooms: true,
      openingHours: true,
      dutyRhythm: true,
      dutyWeekday: true,
      openedOn: true,
      closedOn: true,
      closeReason: true,
      version: true,
      committee: { select: { name: true } },
      park: { select: { id: true, name: true } },
      building: { select: { id: true, name: true } },
      assignments: {
        orderBy: { validFrom: "desc" },
        select: {
          id: true,
          validFrom: true,
          validTo: true,
          instructor: { select: { id: true, name: true, kind: true } },
        },
      },
    },
  });
  if (!point) return null;
  const mayEdit = canEditServicePoint(actor, point);
  return {
    ...point,
    openedOn: toDay(point.openedOn),
    closedOn: point.closedOn && toDay(point.closedOn),
    assignments: point.assignments.map((assignment) => ({
      ...assignment,
      validFrom: toDay(assignment.validFrom),
      validTo: assignment.validTo && toDay(assignment.validTo),
    })),
    can: { edit: mayEdit && point.closedOn === null, reopen: mayEdit && point.closedOn !== null },
  };
}

export type ServicePointFile = NonNullable<Awaited<ReturnType<typeof findServicePoint>>>;

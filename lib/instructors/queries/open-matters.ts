import "server-only";
import { type Actor, holds } from "@/lib/auth/actor";
import { holdsOn, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleShifts } from "@/lib/duty/policy";
import type { InstructorFile } from "@/lib/instructors/queries/find-instructor";
import { visibleRequests } from "@/lib/requests/policy";

/**
 * What an instructor has still open: unanswered requests it brought home or owns, and shifts planned from today on.
 * `goesOver` says that a hand-over takes it along, since the enterprise or point is among the assignments.
 */
export async function openMatters(actor: Actor, instructor: InstructorFile) {
  if (!holds(actor, "STAFF")) return { requests: [], shifts: [] };
  const running = instructor.assignments.filter((one) => one.validTo === null || one.validTo > actor.day);
  const handed = new Set(running.map(({ targetId }) => targetId));
  const { id: instructorId } = instructor;
  const [requests, shifts] = await Promise.all([
    db.enterpriseRequest.findMany({
      where: {
        AND: [
          visibleRequests(actor),
          {
            status: { in: ["OPEN", "IN_PROGRESS"] },
            OR: [{ instructorId }, { owner: { instructor: { id: instructorId } } }],
          },
        ],
      },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: 500,
      select: { id: true, category: true, dueOn: true, enterprise: { select: { id: true, name: true } } },
    }),
    db.dutyShift.findMany({
      where: { AND: [visibleShifts(actor), { instructorId, status: "PLANNED", dutyOn: { gte: toDate(actor.day) } }] },
      orderBy: [{ dutyOn: "asc" }, { id: "asc" }],
      take: 500,
      select: { id: true, dutyOn: true, servicePoint: { select: { id: true, name: true } } },
    }),
  ]);
  return {
    requests: requests.map(({ dueOn, ...request }) => ({
      ...request,
      dueOn: toDay(dueOn),
      goesOver: handed.has(request.enterprise.id),
    })),
    shifts: shifts.map(({ dutyOn, ...shift }) => ({
      ...shift,
      dutyOn: toDay(dutyOn),
      goesOver: handed.has(shift.servicePoint.id),
    })),
  };
}

export type OpenMatters = Awaited<ReturnType<typeof openMatters>>;

/** How many assignments run on a day. */
export function runningCount(instructor: InstructorFile, day: string): number {
  return instructor.assignments.filter((entry) => holdsOn(day, entry)).length;
}

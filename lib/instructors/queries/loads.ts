import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { quarterDays, quarterOf, toDate, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleShifts } from "@/lib/duty/policy";
import { visibleRequests } from "@/lib/requests/policy";
import { visitRhythm } from "@/lib/visits/queries/visit-rhythm";

/** What an instructor carries today. It helps to share the work out; it ranks nobody. */
export type Load = {
  enterpriseCount: number;
  branchCount: number;
  servicePointCount: number;
  /** Owed this month, and owed since earlier. */
  visitsDue: number;
  visitsOverdue: number;
  /** Of this quarter: all that were not cancelled, and those done. */
  shiftsPlanned: number;
  shiftsDone: number;
  /** Unanswered ones it brought home or answers for. */
  openRequests: number;
};

export const noLoad: Load = {
  enterpriseCount: 0,
  branchCount: 0,
  servicePointCount: 0,
  visitsDue: 0,
  visitsOverdue: 0,
  shiftsPlanned: 0,
  shiftsDone: 0,
  openRequests: 0,
};

type Person = { id: string; userId: string | null };

/** The loads of all rows of a page, in a fixed number of reads. */
export async function loadsOf(actor: Actor, people: Person[]): Promise<Map<string, Load>> {
  const ids = people.map(({ id }) => id);
  const [assigned, owed, shifts, requests] = await Promise.all([
    assignmentCounts(actor, ids),
    visitRhythm(actor, people.length === 1 && ids[0] ? { instructorId: ids[0] } : {}),
    shiftCounts(actor, ids),
    openRequestsOf(actor, people),
  ]);
  return new Map(
    people.map(({ id, userId }) => {
      const visits = owed.filter((row) => row.instructorId === id);
      const own = shifts.filter((group) => group.instructorId === id);
      const countOf = (status: string) => own.find((group) => group.status === status)?._count._all ?? 0;
      const counts = assigned.find((group) => group.instructorId === id)?._count;
      const load: Load = {
        enterpriseCount: counts?.enterpriseId ?? 0,
        branchCount: counts?.branchId ?? 0,
        servicePointCount: counts?.servicePointId ?? 0,
        visitsDue: visits.filter(({ due }) => due === "DUE").length,
        visitsOverdue: visits.filter(({ due }) => due === "OVERDUE").length,
        shiftsPlanned: countOf("PLANNED") + countOf("DONE"),
        shiftsDone: countOf("DONE"),
        openRequests: requests.filter(
          (request) => request.instructorId === id || (userId !== null && request.ownerId === userId),
        ).length,
      };
      return [id, load];
    }),
  );
}

function assignmentCounts(actor: Actor, ids: string[]) {
  return db.assignment.groupBy({
    by: ["instructorId"],
    where: { instructorId: { in: ids }, ...validOn(actor.day) },
    _count: { enterpriseId: true, branchId: true, servicePointId: true },
  });
}

function shiftCounts(actor: Actor, ids: string[]) {
  const { from, to } = quarterDays(quarterOf(actor.day));
  return db.dutyShift.groupBy({
    by: ["instructorId", "status"],
    where: {
      AND: [visibleShifts(actor), { instructorId: { in: ids }, dutyOn: { gte: toDate(from), lte: toDate(to) } }],
    },
    _count: { _all: true },
  });
}

function openRequestsOf(actor: Actor, people: Person[]) {
  const own = [
    { instructorId: { in: people.map(({ id }) => id) } },
    { ownerId: { in: people.flatMap(({ userId }) => userId ?? []) } },
  ];
  return db.enterpriseRequest.findMany({
    where: { AND: [visibleRequests(actor), { status: { in: ["OPEN", "IN_PROGRESS"] }, OR: own }] },
    take: 20_000,
    select: { instructorId: true, ownerId: true },
  });
}

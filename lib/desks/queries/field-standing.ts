import "server-only";
import { visibleActivities } from "@/lib/activities/policy";
import { activityRhythm } from "@/lib/activities/queries/activity-rhythm";
import type { Actor } from "@/lib/auth/actor";
import { type Day, type Quarter, quarterDays, toDate, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { countDuty, countRhythm, dutyByPoint, fieldDay, rhythmByInstructor } from "@/lib/desks/rules/field";
import { visibleShifts } from "@/lib/duty/policy";
import { visibleInstructors } from "@/lib/instructors/policy";
import { requestBoard } from "@/lib/requests/queries/list-requests";
import { visibleServicePoints } from "@/lib/service-points/policy";
import { settingByCommittee } from "@/lib/settings/queries";
import { visitRhythm } from "@/lib/visits/queries/visit-rhythm";

/** The board shows so many points and instructors; their lists show all. */
const most = 50;

/**
 * Whether the field is alive in a quarter, for staff: duty by service point beside its rhythm, visits of the month and
 * activities of the quarter by instructor, requests that wait, activities. Points and instructors in name order. Visits
 * are those of the month of today, or of a past quarter's last month; a quarter ahead has none, and no activities owed.
 * The number of queries is fixed.
 */
export async function fieldStanding(actor: Actor, quarter: Quarter) {
  const staff: Actor = { ...actor, roles: ["STAFF"], instructorId: null };
  const day = fieldDay(quarter, actor.day);
  const [points, groups, holidays, instructors, visits, joined, requests, activities] = await Promise.all([
    pointsOf(staff, quarter),
    shiftsOf(staff, quarter),
    settingByCommittee("holidays", actor.day),
    instructorsOf(staff, day ?? actor.day),
    day === null ? [] : visitRhythm(staff, { day }),
    day === null ? [] : activityRhythm(staff, { day }),
    requestBoard(staff),
    activitiesOf(staff, quarter),
  ]);
  const holidaysOf = ({ committeeId }: { committeeId: string }) => holidays(committeeId);
  return {
    duty: countDuty(groups, actor.day),
    points: dutyByPoint(points.slice(0, most), groups, quarter, holidaysOf, actor.day),
    hasMorePoints: points.length > most,
    /** The month of the visits, with the day they were judged on; null for a quarter ahead. */
    visits: day === null ? null : { ...countRhythm(visits), day, isToday: day === actor.day },
    instructors: rhythmByInstructor(instructors.slice(0, most), { visits, activities: joined }),
    hasMoreInstructors: instructors.length > most,
    requests: { overdue: requests.overdue, waiting: waitingOf(requests.board) },
    activities,
    /** Of those looked after, how many have taken part in an activity in the quarter; null for a quarter ahead. */
    joined: day === null ? null : countRhythm(joined),
  };
}

export type FieldStanding = Awaited<ReturnType<typeof fieldStanding>>;

function waitingOf(board: Awaited<ReturnType<typeof requestBoard>>["board"]): number {
  const waiting = board.filter(({ status }) => status === "OPEN" || status === "IN_PROGRESS");
  return waiting.flatMap(({ ages }) => Object.values(ages)).reduce((sum, count) => sum + count, 0);
}

async function pointsOf(staff: Actor, quarter: Quarter) {
  const { from, to } = quarterDays(quarter);
  const points = await db.servicePoint.findMany({
    where: {
      AND: [
        visibleServicePoints(staff),
        { openedOn: { lte: toDate(to) } },
        { OR: [{ closedOn: null }, { closedOn: { gt: toDate(from) } }] },
      ],
    },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: most + 1,
    select: {
      id: true,
      name: true,
      committeeId: true,
      dutyRhythm: true,
      dutyWeekday: true,
      openedOn: true,
      closedOn: true,
    },
  });
  return points.map(({ dutyRhythm, dutyWeekday, openedOn, closedOn, ...point }) => ({
    ...point,
    rhythm: dutyRhythm,
    weekday: dutyWeekday,
    openedOn: toDay(openedOn),
    closedOn: closedOn && toDay(closedOn),
  }));
}

async function shiftsOf(staff: Actor, quarter: Quarter) {
  const { from, to } = quarterDays(quarter);
  const groups = await db.dutyShift.groupBy({
    by: ["servicePointId", "status", "dutyOn"],
    where: { AND: [visibleShifts(staff), { dutyOn: { gte: toDate(from), lte: toDate(to) } }] },
    _count: { _all: true },
  });
  return groups.map(({ dutyOn, _count, ...group }) => ({ ...group, dutyOn: toDay(dutyOn), count: _count._all }));
}

/** Activities belong to the quarter in which they begin. */
async function activitiesOf(staff: Actor, quarter: Quarter) {
  const { from, to } = quarterDays(quarter);
  const groups = await db.activity.groupBy({
    by: ["status"],
    where: { AND: [visibleActivities(staff), { startsOn: { gte: toDate(from), lte: toDate(to) } }] },
    _count: { _all: true },
  });
  const countOf = (wanted: "HELD" | "PLANNED") => groups.find(({ status }) => status === wanted)?._count._all ?? 0;
  return { held: countOf("HELD"), planned: countOf("PLANNED") };
}

/** Who was in post on a day, with what each looked after. */
async function instructorsOf(staff: Actor, day: Day) {
  const inPost = { startedOn: { lte: toDate(day) }, OR: [{ endedOn: null }, { endedOn: { gt: toDate(day) } }] };
  const instructors = await db.instructor.findMany({
    where: { AND: [visibleInstructors(staff), inPost] },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: most + 1,
    select: {
      id: true,
      name: true,
      assignments: {
        where: validOn(day),
        select: { enterpriseId: true, branchId: true, servicePointId: true },
      },
    },
  });
  return instructors.map(({ assignments, ...instructor }) => ({
    ...instructor,
    enterpriseCount: assignments.filter(({ enterpriseId }) => enterpriseId).length,
    branchCount: assignments.filter(({ branchId }) => branchId).length,
    servicePointCount: assignments.filter(({ servicePointId }) => servicePointId).length,
  }));
}

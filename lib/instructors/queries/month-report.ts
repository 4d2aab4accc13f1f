import "server-only";
import { visibleActivities } from "@/lib/activities/policy";
import { type Month, monthDays } from "@/lib/agenda/rules/month";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDate, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { visibleShifts } from "@/lib/duty/policy";
import { shiftStanding } from "@/lib/duty/rules";
import { canListInstructors, visibleInstructors } from "@/lib/instructors/policy";
import {
  daysInPost,
  dutyFigures,
  judgedOn,
  type MonthReport,
  owedFigures,
  type Period,
  type ReportedVisit,
  visitsByTarget,
} from "@/lib/instructors/rules/month-report";
import { visibleRequests } from "@/lib/requests/policy";
import { isRequestOverdue } from "@/lib/requests/rules";
import { visibleVisits } from "@/lib/visits/policy";
import { visitRhythm } from "@/lib/visits/queries/visit-rhythm";

/**
 * An instructor's month, drafted from the logs: for staff of the committee and for the instructor itself; null for
 * everybody else. Without a report for a month in which the instructor was not in post, or that has not begun.
 * The one query behind the page and its files.
 */
export async function findMonthReport(actor: Actor, id: string, month: Month) {
  if (!isRecordId(id)) return null;
  const found = await db.instructor.findFirst({
    where: { AND: [visibleInstructors(actor), { id }] },
    select: {
      id: true,
      name: true,
      startedOn: true,
      endedOn: true,
      committee: { select: { name: true } },
    },
  });
  if (!found) return null;
  const { startedOn, endedOn, committee, ...rest } = found;
  const instructor = { ...rest, committeeName: committee.name };
  const post = { startedOn: toDay(startedOn), endedOn: endedOn && toDay(endedOn) };
  const period = monthDays(month).from > actor.day ? null : daysInPost(month, post);
  const report = period && period.from <= actor.day ? await reportOf(actor, instructor, month, period) : null;
  return { instructor, month, report, can: { openRegister: canListInstructors(actor) } };
}

async function reportOf(
  actor: Actor,
  instructor: MonthReport["instructor"],
  month: Month,
  period: Period,
): Promise<MonthReport> {
  const asOf = judgedOn(period, actor.day);
  const [shifts, visits, rhythm, requests, activities] = await Promise.all([
    shiftsOf(actor, instructor.id, period),
    visitsOf(actor, instructor.id, period),
    visitRhythm(actor, { day: asOf, instructorId: instructor.id }),
    requestsOf(actor, instructor.id, period),
    activitiesOf(actor, instructor.id, period, asOf),
  ]);
  return {
    instructor,
    month,
    period,
    asOf,
    shifts,
    duty: dutyFigures(shifts),
    targets: visitsByTarget(visits),
    visitCount: visits.length,
    owed: owedFigures(rhythm),
    requests,
    activities,
  };
}

const between = ({ from, to }: Period) => ({ gte: toDate(from), lte: toDate(to) });

async function shiftsOf(actor: Actor, instructorId: string, period: Period) {
  const rows = await db.dutyShift.findMany({
    where: { AND: [visibleShifts(actor), { instructorId, dutyOn: between(period) }] },
    orderBy: [{ dutyOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      dutyOn: true,
      status: true,
      servedCount: true,
      services: true,
      matters: true,
      servicePoint: { select: { name: true } },
    },
  });
  return rows.map(({ dutyOn, status, servicePoint, ...row }) => ({
    ...row,
    dutyOn: toDay(dutyOn),
    pointName: servicePoint.name,
    standing: shiftStanding({ status, dutyOn: toDay(dutyOn) }, actor.day),
  }));
}

async function visitsOf(actor: Actor, instructorId: string, period: Period): Promise<ReportedVisit[]> {
  const rows = await db.visit.findMany({
    where: { AND: [visibleVisits(actor), { instructorId, withdrawnAt: null, visitedOn: between(period) }] },
    orderBy: [{ visitedOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      visitedOn: true,
      kind: true,
      found: true,
      done: true,
      enterprise: { select: { id: true, name: true } },
      branch: { select: { id: true, name: true } },
      _count: { select: { requests: true } },
    },
  });
  return rows.map(({ visitedOn, enterprise, branch, _count, ...row }) => ({
    ...row,
    visitedOn: toDay(visitedOn),
    targetKind: enterprise ? "enterprise" : "branch",
    targetId: enterprise?.id ?? branch?.id ?? "",
    targetName: enterprise?.name ?? branch?.name ?? "",
    requestCount: _count.requests,
  }));
}

async function requestsOf(actor: Actor, instructorId: string, period: Period) {
  const rows = await db.enterpriseRequest.findMany({
    where: { AND: [visibleRequests(actor), { instructorId, raisedOn: between(period) }] },
    orderBy: [{ raisedOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      raisedOn: true,
      dueOn: true,
      category: true,
      text: true,
      status: true,
      enterprise: { select: { name: true } },
    },
  });
  return rows.map(({ raisedOn, dueOn, enterprise, ...row }) => ({
    ...row,
    raisedOn: toDay(raisedOn),
    enterpriseName: enterprise.name,
    isOverdue: isRequestOverdue({ status: row.status, dueOn: toDay(dueOn) }, actor.day),
  }));
}

/** Activities held in the period to which somebody came whom the instructor looked after on the day of the report. */
async function activitiesOf(actor: Actor, instructorId: string, period: Period, asOf: Day) {
  const assigned = { assignments: { some: { instructorId, ...validOn(asOf) } } };
  const branches = { attendedCount: { gt: 0 }, branch: assigned };
  const enterprises = { attendedCount: { gt: 0 }, enterprise: assigned };
  const rows = await db.activity.findMany({
    where: {
      AND: [
        visibleActivities(actor),
        { status: "HELD", startsOn: between(period) },
        { OR: [{ branches: { some: branches } }, { enterprises: { some: enterprises } }] },
      ],
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      startsOn: true,
      title: true,
      place: true,
      branches: { where: branches, orderBy: { branch: { nameSort: "asc" } }, select: { branch: named } },
      enterprises: {
        where: enterprises,
        orderBy: { enterprise: { nameSort: "asc" } },
        select: { enterprise: named },
      },
    },
  });
  return rows.map(({ startsOn, branches: ownBranches, enterprises: ownEnterprises, ...row }) => ({
    ...row,
    startsOn: toDay(startsOn),
    came: [...ownBranches.map(({ branch }) => branch.name), ...ownEnterprises.map(({ enterprise }) => enterprise.name)],
  }));
}

const named = { select: { name: true } } as const;

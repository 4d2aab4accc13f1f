import type { DutyService, RequestCategory, RequestStatus, VisitKind } from "@/generated/prisma/enums";
import { type Month, monthDays } from "@/lib/agenda/rules/month";
import { addDays, type Day } from "@/lib/calendar";
import type { ShiftStanding } from "@/lib/duty/rules";
import type { Due } from "@/lib/instructors/rules/rhythm";

export type Period = { from: Day; to: Day };

/**
 * The days of a month on which somebody was an instructor, both included; null when on none of them. The day of leaving
 * is the first one out of the post.
 */
export function daysInPost(month: Month, post: { startedOn: Day; endedOn: Day | null }): Period | null {
  const { from, to } = monthDays(month);
  const last = post.endedOn === null ? to : addDays(post.endedOn, -1);
  const period = { from: later(post.startedOn, from), to: earlier(last, to) };
  return period.from <= period.to ? period : null;
}

/** The day a report's rhythm is judged on: today while its days run, the last of them afterwards. */
export function judgedOn({ to }: Period, day: Day): Day {
  return earlier(day, to);
}

const earlier = (a: Day, b: Day): Day => (a.localeCompare(b) < 0 ? a : b);
const later = (a: Day, b: Day): Day => (a.localeCompare(b) < 0 ? b : a);

export type ReportedShift = {
  id: string;
  dutyOn: Day;
  pointName: string;
  standing: ShiftStanding;
  servedCount: number | null;
  services: DutyService[];
  matters: string;
};

export type DutyFigures = {
  done: number;
  planned: number;
  missed: number;
  cancelled: number;
  served: number;
  services: { service: DutyService; count: number }[];
};

const serviceOrder: DutyService[] = ["POLICY", "DEVELOPMENT", "MEMBERSHIP", "REQUEST", "ACTIVITY", "OTHER"];

/** The month's shifts in figures: one whose day is over without a log is missed; today's still counts as planned. */
export function dutyFigures(shifts: ReportedShift[]): DutyFigures {
  const count = (...standings: ShiftStanding[]) => shifts.filter(({ standing }) => standings.includes(standing)).length;
  const done = shifts.filter(({ standing }) => standing === "DONE");
  const services = serviceOrder.map((service) => ({
    service,
    count: done.filter((shift) => shift.services.includes(service)).length,
  }));
  return {
    done: done.length,
    planned: count("PLANNED", "TODAY"),
    missed: count("MISSED"),
    cancelled: count("CANCELLED"),
    served: done.reduce((sum, { servedCount }) => sum + (servedCount ?? 0), 0),
    services: services.filter((one) => one.count > 0),
  };
}

export type ReportedVisit = {
  id: string;
  visitedOn: Day;
  kind: VisitKind;
  targetKind: "enterprise" | "branch";
  targetId: string;
  targetName: string;
  found: string;
  done: string;
  requestCount: number;
};

export type VisitedTarget = Pick<ReportedVisit, "targetKind" | "targetId" | "targetName"> & { visits: ReportedVisit[] };

/** The visits by whom they were made to: targets in the order of their first visit, the visits of each by day. */
export function visitsByTarget(visits: ReportedVisit[]): VisitedTarget[] {
  const inOrder = visits.toSorted((a, b) => compare(a.visitedOn, b.visitedOn) || compare(a.id, b.id));
  return [...Map.groupBy(inOrder, ({ targetKind, targetId }) => `${targetKind} ${targetId}`).values()].map((own) => {
    const { targetKind, targetId, targetName } = own[0] as ReportedVisit;
    return { targetKind, targetId, targetName, visits: own };
  });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

type Owed = { targetKind: "enterprise" | "branch"; targetId: string; targetName: string; due: Due };

export type OwedFigures = { owed: number; visited: number; open: Owed[] };

/** Of the targets owed a visit in the month, those visited, by whomever, and those still open. One not due yet is not owed. */
export function owedFigures(rows: Owed[]): OwedFigures {
  const owed = rows.filter(({ due }) => due !== "LATER");
  const open = owed.filter(({ due }) => due !== "DONE");
  return { owed: owed.length, visited: owed.length - open.length, open };
}

export type ReportedRequest = {
  id: string;
  raisedOn: Day;
  enterpriseName: string;
  category: RequestCategory;
  text: string;
  status: RequestStatus;
  isOverdue: boolean;
};

const statusOrder: RequestStatus[] = ["OPEN", "IN_PROGRESS", "ANSWERED", "CLOSED"];

/** How many of the requests stand in each state, in the order of the work; states with none are left out. */
export function requestFigures(requests: ReportedRequest[]): { status: RequestStatus; count: number }[] {
  return statusOrder
    .map((status) => ({ status, count: requests.filter((request) => request.status === status).length }))
    .filter(({ count }) => count > 0);
}

/** An activity that was held, with those of the instructor's enterprises and branches that came. */
export type ReportedActivity = { id: string; startsOn: Day; title: string; place: string | null; came: string[] };

/** A month of an instructor, from the logs alone. */
export type MonthReport = {
  instructor: { id: string; name: string; committeeName: string };
  month: Month;
  period: Period;
  /** The day on which states and rhythm were read. */
  asOf: Day;
  shifts: ReportedShift[];
  duty: DutyFigures;
  targets: VisitedTarget[];
  visitCount: number;
  owed: OwedFigures;
  requests: ReportedRequest[];
  activities: ReportedActivity[];
};

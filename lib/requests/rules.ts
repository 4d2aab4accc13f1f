import type { Prisma } from "@/generated/prisma/client";
import type { RequestCategory, RequestOrigin, RequestStatus } from "@/generated/prisma/enums";
import { addDays, type Day, daysBetween, toDate } from "@/lib/calendar";

/** An answer is owed within this many days unless the person who raises it says otherwise (the portal's own default). */
const usualDays = 30;

/** The day until which a request should be answered, when nobody names another. */
export function requestDueOn(raisedOn: Day): Day {
  return addDays(raisedOn, usualDays);
}

/** True while an answer is owed and its day is over. */
export function isRequestOverdue(request: { status: RequestStatus; dueOn: Day }, day: Day): boolean {
  return (request.status === "OPEN" || request.status === "IN_PROGRESS") && request.dueOn < day;
}

export const requestAges = ["week", "month", "older"] as const;
export type RequestAge = (typeof requestAges)[number];

/** How old a request is on a day: up to 7 days, up to 30, older. */
export function requestAge(raisedOn: Day, day: Day): RequestAge {
  const days = daysBetween(raisedOn, day);
  return days <= 7 ? "week" : days <= 30 ? "month" : "older";
}

/** The days on which requests of an age were raised, both included; null: without a first day. */
export function daysOfAge(age: RequestAge, day: Day): { from: Day | null; to: Day } {
  switch (age) {
    case "week":
      return { from: addDays(day, -7), to: day };
    case "month":
      return { from: addDays(day, -30), to: addDays(day, -8) };
    case "older":
      return { from: null, to: addDays(day, -31) };
  }
}

type Raised = {
  id?: string;
  enterpriseId: string;
  category: RequestCategory;
  text: string;
  raisedOn: Day;
  dueOn?: Day | null;
};

type RaisedBy = { userId: string | null; name: string };

type From = {
  origin: RequestOrigin;
  visitId?: string | null;
  shiftId?: string | null;
  branchId?: string | null;
  instructorId?: string | null;
};

/**
 * The rows of a new request with its first step, however it was raised: at the desk, in a visit or in a duty window.
 * Whoever writes it has asked whether the person may.
 */
export function newRequestRow(raised: Raised, from: From, by: RaisedBy): Prisma.EnterpriseRequestUncheckedCreateInput {
  const { id, enterpriseId, category, text, raisedOn } = raised;
  return {
    ...(id ? { id } : {}),
    enterpriseId,
    category,
    text,
    raisedOn: toDate(raisedOn),
    dueOn: toDate(raised.dueOn ?? requestDueOn(raisedOn)),
    origin: from.origin,
    visitId: from.visitId ?? null,
    shiftId: from.shiftId ?? null,
    branchId: from.branchId ?? null,
    instructorId: from.instructorId ?? null,
    createdById: by.userId,
    createdByName: by.name,
    steps: { create: { action: "RAISE", to: "OPEN", byId: by.userId, byName: by.name } },
  };
}

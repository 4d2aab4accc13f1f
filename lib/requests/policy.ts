import type { Prisma } from "@/generated/prisma/client";
import type { Role } from "@/generated/prisma/enums";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";
import type { RequestPart } from "@/lib/requests/workflow";

/**
 * Staff see the requests of their committees' enterprises, instructors those they brought home or own and those of the
 * enterprises assigned to them today, secretaries those of the enterprises their branches cover and those they raised.
 */
export function visibleRequests(actor: Actor): Prisma.EnterpriseRequestWhereInput {
  return within<Prisma.EnterpriseRequestWhereInput>(actor, (role) => {
    const today = validOn(actor.day);
    switch (role) {
      case "STAFF":
        return { enterprise: { committeeId: { in: actor.committeeIds } } };
      case "INSTRUCTOR": {
        const { instructorId } = actor;
        if (!instructorId) return nowhere;
        const assigned = { enterprise: { assignments: { some: { instructorId, ...today } } } };
        return { OR: [{ instructorId }, { ownerId: actor.userId ?? "" }, assigned] };
      }
      case "SECRETARY": {
        const branchId = { in: actor.branchIds };
        return { OR: [{ branchId }, { enterprise: { coverages: { some: { branchId, ...today } } } }] };
      }
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Whether requests are part of the actor's work at all. */
export function canListRequests(actor: Actor): boolean {
  return actor.roles.some(worksWithRequests);
}

function worksWithRequests(role: Role): boolean {
  switch (role) {
    case "STAFF":
    case "INSTRUCTOR":
    case "SECRETARY":
      return true;
    case "ADMIN":
    case "AUDITOR":
      return false;
  }
}

/** Whoever works with an enterprise in scope may raise its request; the command asks for the enterprise. */
export function canRaiseRequest(actor: Actor): boolean {
  return canListRequests(actor);
}

type Held = {
  committeeId: string;
  ownerId: string | null;
  instructorId: string | null;
  branchId: string | null;
};

/** What the actor is to a request that it can see. */
export function requestParts(actor: Actor, request: Held): RequestPart[] {
  const parts: RequestPart[] = [];
  if (holds(actor, "STAFF") && actor.committeeIds.includes(request.committeeId)) parts.push("STAFF");
  if (request.ownerId !== null && request.ownerId === actor.userId) parts.push("OWNER");
  const isOwnVisit = request.instructorId !== null && request.instructorId === actor.instructorId;
  const isOwnBranch = request.branchId !== null && actor.branchIds.includes(request.branchId);
  if ((holds(actor, "INSTRUCTOR") && isOwnVisit) || (holds(actor, "SECRETARY") && isOwnBranch)) parts.push("RAISER");
  return parts;
}

/** Whoever has a part in it may write down what the enterprise says of the answer, or send it the link to say so itself. */
export function canAskSatisfaction(actor: Actor, request: Held & { status: string }): boolean {
  const isAnswered = request.status === "ANSWERED" || request.status === "CLOSED";
  return isAnswered && requestParts(actor, request).length > 0;
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";
import { visibleShifts } from "@/lib/duty/policy";
import { canAskSatisfaction, requestParts, visibleRequests } from "@/lib/requests/policy";
import { isRequestOverdue } from "@/lib/requests/rules";
import { requestActions } from "@/lib/requests/workflow";

/** One request with its way so far and what the actor may do next; null when missing or outside the scope. */
export async function findRequest(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const request = await db.enterpriseRequest.findFirst({
    where: { AND: [visibleRequests(actor), { id }] },
    select: {
      id: true,
      status: true,
      category: true,
      origin: true,
      text: true,
      raisedOn: true,
      dueOn: true,
      ownerId: true,
      instructorId: true,
      branchId: true,
      visitId: true,
      shiftId: true,
      department: true,
      answer: true,
      answeredOn: true,
      closedOn: true,
      satisfaction: true,
      satisfactionBy: true,
      satisfactionNote: true,
      createdByName: true,
      version: true,
      enterprise: { select: { id: true, name: true, committeeId: true } },
      owner: { select: { name: true } },
      steps: {
        orderBy: [{ at: "asc" }, { id: "asc" }],
        select: { id: true, action: true, to: true, at: true, byName: true, note: true, department: true },
      },
    },
  });
  if (!request) return null;
  const held = { ...request, committeeId: request.enterprise.committeeId };
  const dueOn = toDay(request.dueOn);
  return {
    ...held,
    shift: await shiftOf(actor, request.shiftId),
    raisedOn: toDay(request.raisedOn),
    dueOn,
    answeredOn: request.answeredOn && toDay(request.answeredOn),
    closedOn: request.closedOn && toDay(request.closedOn),
    isOverdue: isRequestOverdue({ status: request.status, dueOn }, actor.day),
    actions: requestActions(request.status, requestParts(actor, held)),
    can: { askSatisfaction: canAskSatisfaction(actor, held) },
  };
}

/** The duty shift it was raised in; null for none, and for somebody to whom shifts of that point are nothing. */
async function shiftOf(actor: Actor, id: string | null) {
  if (id === null) return null;
  const shift = await db.dutyShift.findFirst({
    where: { AND: [visibleShifts(actor), { id }] },
    select: { dutyOn: true, servicePoint: { select: { name: true } } },
  });
  return shift && { id, dutyOn: toDay(shift.dutyOn), pointName: shift.servicePoint.name };
}

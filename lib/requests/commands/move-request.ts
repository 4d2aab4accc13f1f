import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { RequestStatus } from "@/generated/prisma/enums";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { notify } from "@/lib/outbox/notify";
import { auditSubject, type RequestInHand, requestInHand } from "@/lib/requests/commands/request-in-hand";
import { requestActionLabels, requestStatusLabels } from "@/lib/requests/labels";
import { requestParts } from "@/lib/requests/policy";
import { isOwnerChoice } from "@/lib/requests/queries/owner-choices";
import type { MovedRequest } from "@/lib/requests/schema";
import { isRequestActionPossible, requestStep } from "@/lib/requests/workflow";

/**
 * Takes a request one step on: take, transfer to an outside department (by hand: the portal sends nothing), answer,
 * close, reopen, or give it to another owner with another due day. Refuses what the workflow table does not know, and
 * whoever comes second. Reopening takes the enterprise's word on the earlier answer back.
 */
export function moveRequest(actor: Actor, input: MovedRequest): Promise<{ id: string }> {
  return command(actor, `request.${verbs[input.action]}`, input, async (tx, record) => {
    const before = await requestInHand(tx, actor, input.id);
    const to = allowedStep(actor, before, input);
    if (input.action === "REASSIGN") await refuseStranger(tx, actor, before, input);
    const written = await tx.enterpriseRequest.updateMany({
      where: { id: before.id, version: input.version, status: before.status },
      data: { ...columnsOf(actor, input, before), status: to, version: { increment: 1 } },
    });
    if (written.count !== 1) {
      throw new DomainError("CONFLICT", "这项诉求刚刚已由他人办理。请返回查看现在的情况，再决定下一步。");
    }
    await tx.requestStep.create({
      data: {
        requestId: before.id,
        action: input.action,
        from: before.status,
        to,
        byId: actor.userId,
        byName: actor.name,
        note: noteOf(input),
        department: input.action === "TRANSFER" ? input.department : null,
      },
      select: { id: true },
    });
    await tell(tx, actor, before, input);
    const { id: _id, version: _version, action: _action, ...said } = input;
    await record({ ...auditSubject(before), before: { status: before.status }, after: { status: to, ...said } });
    return { id: before.id };
  });
}

const verbs: Record<MovedRequest["action"], string> = {
  TAKE: "take",
  TRANSFER: "transfer",
  ANSWER: "answer",
  CLOSE: "close",
  REOPEN: "reopen",
  REASSIGN: "reassign",
};

function allowedStep(actor: Actor, before: RequestInHand, { action }: MovedRequest): RequestStatus {
  const to = requestStep(before.status, action, requestParts(actor, before));
  if (to) return to;
  if (isRequestActionPossible(before.status, action)) throw notFound("诉求");
  const [now, wanted] = [requestStatusLabels[before.status], requestActionLabels[action]];
  throw new DomainError("WRONG_STATE", `这项诉求现在是“${now}”，不能${wanted}。请返回查看现在的情况。`);
}

/** An owner is staff of the committee or one of its instructors, with an account that lives. */
async function refuseStranger(
  tx: Tx,
  actor: Actor,
  { committeeId, raisedOn }: RequestInHand,
  { ownerId, dueOn }: { ownerId: string | null; dueOn: string },
): Promise<void> {
  if (dueOn < raisedOn) throw new DomainError("CONFLICT", "办理期限不能早于提出日期。");
  if (ownerId !== null && !(await isOwnerChoice(tx, committeeId, ownerId, actor.day))) {
    throw new DomainError("CONFLICT", "所选办理人不是本党委的工作人员或党建指导员。请从列表中重新选择。");
  }
}

function columnsOf(
  actor: Actor,
  input: MovedRequest,
  before: RequestInHand,
): Prisma.EnterpriseRequestUncheckedUpdateManyInput {
  switch (input.action) {
    case "TAKE":
      return { ownerId: actor.userId };
    case "TRANSFER":
      return { department: input.department, ownerId: before.ownerId ?? actor.userId };
    case "ANSWER":
      return { answer: input.answer, answeredOn: toDate(actor.day), ownerId: before.ownerId ?? actor.userId };
    case "CLOSE":
      return { closedOn: toDate(actor.day) };
    case "REOPEN":
      return { closedOn: null, answeredOn: null, satisfaction: null, satisfactionBy: null, satisfactionNote: "" };
    case "REASSIGN":
      return { ownerId: input.ownerId, dueOn: toDate(input.dueOn) };
  }
}

function noteOf(input: MovedRequest): string | null {
  if (input.action === "ANSWER") return input.answer;
  return "note" in input ? input.note : null;
}

/** A new owner learns that it is theirs, whoever brought the request home that it is answered. */
async function tell(tx: Tx, actor: Actor, request: RequestInHand, input: MovedRequest): Promise<void> {
  const about = { href: `/requests/${request.id}`, dedupeKey: `request:${request.id}:${request.version}` };
  if (input.action === "REASSIGN" && input.ownerId && input.ownerId !== actor.userId) {
    const text = `“${request.enterpriseName}”的一项诉求交由您办理。`;
    await notify(tx, { ...about, kind: "REQUEST_ASSIGNED", userIds: [input.ownerId], text });
  }
  if (input.action === "ANSWER" && request.createdById && request.createdById !== actor.userId) {
    const text = `“${request.enterpriseName}”的诉求已有答复，请告知企业。`;
    await notify(tx, { ...about, kind: "REQUEST_ANSWERED", userIds: [request.createdById], text });
  }
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { visibleRequests } from "@/lib/requests/policy";

export type RequestInHand = Awaited<ReturnType<typeof requestInHand>>;

/** The request a command is about, in the actor's scope. */
export async function requestInHand(tx: Tx, actor: Actor, id: string) {
  const request = await tx.enterpriseRequest.findFirst({
    where: { AND: [visibleRequests(actor), { id }] },
    select: {
      id: true,
      status: true,
      ownerId: true,
      instructorId: true,
      branchId: true,
      createdById: true,
      department: true,
      satisfaction: true,
      raisedOn: true,
      dueOn: true,
      version: true,
      enterprise: { select: { name: true, committeeId: true } },
    },
  });
  if (!request) throw notFound("诉求");
  const { enterprise, raisedOn, dueOn, ...rest } = request;
  return {
    ...rest,
    raisedOn: toDay(raisedOn),
    dueOn: toDay(dueOn),
    committeeId: enterprise.committeeId,
    enterpriseName: enterprise.name,
  };
}

/** How a request stands in the trail. */
export function auditSubject({ id, enterpriseName, committeeId }: RequestInHand) {
  return { subjectType: "EnterpriseRequest", subjectId: id, subjectName: enterpriseName, committeeId };
}

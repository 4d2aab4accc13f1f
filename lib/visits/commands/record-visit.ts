import "server-only";
import { staffOfCommittee } from "@/lib/accounts/queries/recipients";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { notify } from "@/lib/outbox/notify";
import { newRequestRow } from "@/lib/requests/rules";
import { confirmFacts } from "@/lib/visits/commands/confirm-facts";
import { type VisitTarget, visitTarget } from "@/lib/visits/commands/visit-target";
import { canRecordVisit } from "@/lib/visits/policy";
import type { SentVisit } from "@/lib/visits/schema";

/**
 * Records a visit with the requests raised in it, in one go; what was confirmed on site goes to the register with the
 * visit as its source. The visit brings its own id: sent twice, from a phone whose answer was lost, it is one visit.
 * Refuses a day in the future, a target that was not the instructor's on that day, and requests at a branch.
 */
export function recordVisit(actor: Actor, input: SentVisit): Promise<{ id: string }> {
  return command(actor, "visit.record", input, async (tx, record) => {
    if (!canRecordVisit(actor) || !actor.instructorId) throw notFound("页面");
    const { instructorId } = actor;
    const received = await receivedTarget(tx, instructorId, input.id);
    if (received) {
      await record({ ...auditSubject(received, input.id), after: { isRepeated: true } });
      return { id: input.id };
    }
    const target = await visitTarget(tx, instructorId, input);
    refuseDays(actor, input);
    if (target.branchId && input.requests.length > 0) {
      throw new DomainError("CONFLICT", "诉求登记在企业名下。请改为走访企业，或在企业页登记诉求。");
    }
    await tx.visit.create({ data: rowOf(actor, instructorId, input), select: { id: true } });
    const changed = target.enterpriseId ? await confirmFacts(tx, target.enterpriseId, input) : {};
    await raiseRequests(tx, actor, instructorId, target, input);
    await record({
      ...auditSubject(target, input.id),
      after: { visitedOn: input.visitedOn, kind: input.kind, requestCount: input.requests.length, ...changed },
    });
    return { id: input.id };
  });
}

/** Where the visit of that id went when it has arrived before; null: it is new. Another's id is refused. */
async function receivedTarget(tx: Tx, instructorId: string, id: string) {
  const named = { select: { name: true, committeeId: true } } as const;
  const visit = await tx.visit.findUnique({
    where: { id },
    select: { instructorId: true, enterprise: named, branch: named },
  });
  if (!visit) return null;
  const target = visit.enterprise ?? visit.branch;
  if (visit.instructorId === instructorId && target) return target;
  throw new DomainError("CONFLICT", "这条走访记录的编号已被使用。请重新填写后提交。");
}

function refuseDays(actor: Actor, { visitedOn, nextVisitOn }: SentVisit): void {
  if (visitedOn > actor.day) {
    throw new DomainError("CONFLICT", `走访日期不能晚于今天（${actor.day}）。请改正日期后再提交。`);
  }
  if (nextVisitOn !== null && nextVisitOn <= visitedOn) {
    throw new DomainError("CONFLICT", "下次走访日期应晚于这次走访。请改正后再提交。");
  }
}

function rowOf(actor: Actor, instructorId: string, input: SentVisit) {
  const { employeeCount, declaredMemberCount, contactName, isStillHere } = input;
  return {
    id: input.id,
    instructorId,
    enterpriseId: input.enterpriseId,
    branchId: input.branchId,
    kind: input.kind,
    visitedOn: toDate(input.visitedOn),
    peopleMet: input.peopleMet,
    found: input.found,
    done: input.done,
    confirmed: { employeeCount, declaredMemberCount, contactName, isStillHere },
    nextVisitOn: input.nextVisitOn && toDate(input.nextVisitOn),
    latitude: input.latitude,
    longitude: input.longitude,
    recordedAt: input.recordedAt === null ? null : new Date(input.recordedAt),
    createdById: actor.userId,
    createdByName: actor.name,
  };
}

async function raiseRequests(
  tx: Tx,
  actor: Actor,
  instructorId: string,
  target: VisitTarget,
  { id: visitId, visitedOn, requests }: SentVisit,
): Promise<void> {
  const { enterpriseId } = target;
  if (!enterpriseId || requests.length === 0) return;
  const staff = await staffOfCommittee(target.committeeId, actor.day, tx);
  for (const { id, category, text } of requests) {
    const from = { origin: "VISIT" as const, visitId, instructorId };
    const row = newRequestRow({ id, enterpriseId, category, text, raisedOn: visitedOn }, from, actor);
    await tx.enterpriseRequest.create({ data: row, select: { id: true } });
    await notify(tx, {
      kind: "REQUEST_RAISED",
      userIds: staff,
      text: `“${target.name}”在走访中提出一项诉求，请受理。`,
      href: `/requests/${id}`,
      dedupeKey: `request:${id}`,
    });
  }
}

/** How a visit stands in the trail: by where it went. */
export function auditSubject(target: { name: string; committeeId: string }, visitId: string) {
  return { subjectType: "Visit", subjectId: visitId, subjectName: target.name, committeeId: target.committeeId };
}

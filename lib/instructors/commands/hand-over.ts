import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { type Day, formatDayInText, toDate } from "@/lib/calendar";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { activeInstructor, auditSubject, refuseBeforeStart } from "@/lib/instructors/commands/editable-instructor";
import { type Passed, passMatters } from "@/lib/instructors/commands/open-matters";
import type { HandedOver } from "@/lib/instructors/schema";
import { notify } from "@/lib/outbox/notify";

type Target = { enterpriseId: string | null; branchId: string | null; servicePointId: string | null };
type Running = Target & { id: string; validFrom: Date; validTo: Date | null };

const select = {
  id: true,
  enterpriseId: true,
  branchId: true,
  servicePointId: true,
  validFrom: true,
  validTo: true,
} as const;

/**
 * Hands all assignments of one instructor to another on a day: the old ones end, the same go on with the other, and
 * what was to begin later begins with the other. What the other looks after already is not doubled. Unanswered requests
 * and planned shifts go along, and the other learns it. Refuses when there is nothing to hand over.
 */
export function handOver(actor: Actor, input: HandedOver): Promise<{ id: string }> {
  return command(actor, "instructor.handOver", input, async (tx, record) => {
    const { on } = input;
    if (input.id === input.toId) throw new DomainError("CONFLICT", "交接双方是同一人。请选择接手的党建指导员。");
    const [giver, taker] = await bothInstructors(tx, actor, input);
    refuseBeforeStart(taker, on);
    const running = await runningFrom(tx, giver.id, on);
    if (running.length === 0) throw new DomainError("WRONG_STATE", `“${giver.name}”在 ${on} 没有联系安排可交接。`);
    const taken = await runningFrom(tx, taker.id, on);
    const isNew = (given: Running) => !taken.some((own) => sameTarget(own, given) && overlap(own, given));
    await endOn(tx, giver.id, running, on);
    const passed = running.filter(isNew);
    await tx.assignment.createMany({
      data: passed.map(({ id: _id, validFrom, ...assignment }) => ({
        ...assignment,
        instructorId: taker.id,
        validFrom: new Date(Math.max(validFrom.getTime(), toDate(on).getTime())),
      })),
    });
    const matters = await passMatters(tx, actor, {
      giver,
      taker,
      enterpriseIds: running.flatMap(({ enterpriseId }) => enterpriseId ?? []),
      servicePointIds: running.flatMap(({ servicePointId }) => servicePointId ?? []),
      on,
      reason: input.reason,
    });
    await tell(tx, taker, { on, assignmentCount: running.length, ...matters });
    await record({
      ...auditSubject(giver),
      ...(input.reason ? { reason: input.reason } : {}),
      after: {
        to: { id: taker.id, name: taker.name },
        on,
        handedOverCount: passed.length,
        alreadyTheirsCount: running.length - passed.length,
        ...matters,
      },
    });
    return { id: giver.id };
  });
}

/** Without names: the sentence also leaves the portal. */
async function tell(
  tx: Tx,
  taker: { userId: string | null },
  { on, assignmentCount, requestCount, shiftCount }: Passed & { on: Day; assignmentCount: number },
): Promise<void> {
  if (!taker.userId) return;
  const more = [requestCount > 0 && `${requestCount} 项企业诉求`, shiftCount > 0 && `${shiftCount} 个驻点班次`];
  const matters = [`${assignmentCount} 项联系安排`, ...more.filter(Boolean)].join("、");
  await notify(tx, {
    kind: "ASSIGNMENT_CHANGED",
    userIds: [taker.userId],
    text: `${formatDayInText(on)}起，${matters}交接给您。`,
    href: "/",
    dedupeKey: `handOver:${newId()}`,
  });
}

/** Locked in one order whoever gives, so that two who hand over to each other do not wait for each other for ever. */
async function bothInstructors(tx: Tx, actor: Actor, { id, toId }: HandedOver) {
  if (id < toId) {
    const giver = await activeInstructor(tx, actor, id);
    return [giver, await activeInstructor(tx, actor, toId)] as const;
  }
  const taker = await activeInstructor(tx, actor, toId);
  return [await activeInstructor(tx, actor, id), taker] as const;
}

function runningFrom(tx: Tx, instructorId: string, on: Day): Promise<Running[]> {
  return tx.assignment.findMany({
    where: { instructorId, OR: [{ validTo: null }, { validTo: { gt: toDate(on) } }] },
    select,
  });
}

async function endOn(tx: Tx, instructorId: string, running: Running[], on: Day): Promise<void> {
  const where = { instructorId, id: { in: running.map(({ id }) => id) } };
  await tx.assignment.deleteMany({ where: { ...where, validFrom: { gte: toDate(on) } } });
  await tx.assignment.updateMany({ where, data: { validTo: toDate(on) } });
}

const sameTarget = (one: Target, other: Target) =>
  one.enterpriseId === other.enterpriseId &&
  one.branchId === other.branchId &&
  one.servicePointId === other.servicePointId;

const overlap = (one: Running, other: Running) =>
  (one.validTo === null || one.validTo > other.validFrom) && (other.validTo === null || other.validTo > one.validFrom);

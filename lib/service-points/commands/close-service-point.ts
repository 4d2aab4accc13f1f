import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { DomainError } from "@/lib/errors";
import {
  auditSubject,
  editableServicePoint,
  openServicePoint,
  stalePoint,
} from "@/lib/service-points/commands/editable-service-point";
import type { ClosedServicePoint, ReopenedServicePoint } from "@/lib/service-points/schema";

/**
 * Closes a service point from a day on, with the reason; its instructors' assignments end that day, and those that
 * would begin later are taken back. Refuses a day before its opening.
 */
export function closeServicePoint(actor: Actor, input: ClosedServicePoint): Promise<{ id: string }> {
  return command(actor, "servicePoint.close", input, async (tx, record) => {
    const before = await openServicePoint(tx, actor, input.id);
    if (input.closedOn < before.openedOn) {
      throw new DomainError("CONFLICT", `撤点日期不能早于启用日期 ${before.openedOn}。请核对日期。`);
    }
    const date = toDate(input.closedOn);
    const written = await tx.servicePoint.updateMany({
      where: { id: input.id, version: input.version, closedOn: null },
      data: { closedOn: date, closeReason: input.reason, version: { increment: 1 } },
    });
    if (written.count !== 1) throw stalePoint(before);
    const running = { servicePointId: input.id, OR: [{ validTo: null }, { validTo: { gt: date } }] };
    const withdrawn = await tx.assignment.deleteMany({ where: { ...running, validFrom: { gte: date } } });
    const ended = await tx.assignment.updateMany({ where: running, data: { validTo: date } });
    await record({
      ...auditSubject(before),
      reason: input.reason,
      after: {
        closedOn: input.closedOn,
        endedAssignmentCount: ended.count,
        withdrawnAssignmentCount: withdrawn.count,
      },
    });
    return { id: input.id };
  });
}

/** Takes back a closing. Instructors are assigned anew. */
export function reopenServicePoint(actor: Actor, input: ReopenedServicePoint): Promise<{ id: string }> {
  return command(actor, "servicePoint.reopen", input, async (tx, record) => {
    const before = await editableServicePoint(tx, actor, input.id);
    if (!before.closedOn) {
      throw new DomainError("WRONG_STATE", "该服务点正在使用，不用恢复。请返回服务点页面核对。");
    }
    const written = await tx.servicePoint.updateMany({
      where: { id: input.id, version: input.version, closedOn: { not: null } },
      data: { closedOn: null, closeReason: null, version: { increment: 1 } },
    });
    if (written.count !== 1) throw stalePoint(before);
    await record({
      ...auditSubject(before),
      reason: input.reason,
      before: { closedOn: before.closedOn, closeReason: before.closeReason },
      after: { closedOn: null },
    });
    return { id: input.id };
  });
}

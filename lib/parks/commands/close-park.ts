import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { DomainError } from "@/lib/errors";
import { auditSubject, editablePark, openPark, stalePlace } from "@/lib/parks/commands/editable-place";
import type { ClosedPark, ReopenedPlace } from "@/lib/parks/schema";

/** Closes a park from a day on, with the reason. Its enterprises keep their history. */
export function closePark(actor: Actor, input: ClosedPark): Promise<{ id: string }> {
  return command(actor, "park.close", input, async (tx, record) => {
    const before = await openPark(tx, actor, input.id);
    const written = await tx.park.updateMany({
      where: { id: input.id, version: input.version, closedOn: null },
      data: { closedOn: toDate(input.closedOn), closeReason: input.reason, version: { increment: 1 } },
    });
    if (written.count !== 1) throw stalePlace(before);
    await record({ ...auditSubject("Park", before), reason: input.reason, after: { closedOn: input.closedOn } });
    return { id: input.id };
  });
}

/** Takes back a closing, with the reason. Refuses a park in use. */
export function reopenPark(actor: Actor, input: ReopenedPlace): Promise<{ id: string }> {
  return command(actor, "park.reopen", input, async (tx, record) => {
    const before = await editablePark(tx, actor, input.id);
    if (!before.closedOn) throw new DomainError("WRONG_STATE", "该园区正在使用，不用恢复。请返回园区页面核对。");
    const written = await tx.park.updateMany({
      where: { id: input.id, version: input.version, closedOn: { not: null } },
      data: { closedOn: null, closeReason: null, version: { increment: 1 } },
    });
    if (written.count !== 1) throw stalePlace(before);
    await record({
      ...auditSubject("Park", before),
      reason: input.reason,
      before: { closedOn: before.closedOn, closeReason: before.closeReason },
      after: { closedOn: null },
    });
    return { id: input.id };
  });
}

import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { DomainError, StaleError } from "@/lib/errors";
import { auditSubject } from "@/lib/visits/commands/record-visit";
import { openVisit, ownVisit } from "@/lib/visits/commands/visit-in-hand";
import type { CorrectedVisit, WithdrawnVisit } from "@/lib/visits/schema";

/**
 * Puts the own visit right. Facts confirmed on site are not part of it: they live in the register by now. Refuses a
 * visit that the enterprise has confirmed or that was withdrawn, and one that somebody saved meanwhile.
 */
export function correctVisit(actor: Actor, input: CorrectedVisit): Promise<{ id: string }> {
  return command(actor, "visit.correct", input, async (tx, record) => {
    const before = await openVisit(tx, actor, input.id);
    if (input.visitedOn > actor.day) throw new DomainError("CONFLICT", `走访日期不能晚于今天（${actor.day}）。`);
    const { id, version, visitedOn, nextVisitOn, ...facts } = input;
    const written = await tx.visit.updateMany({
      where: { id, version, withdrawnAt: null },
      data: {
        ...facts,
        visitedOn: toDate(visitedOn),
        nextVisitOn: nextVisitOn && toDate(nextVisitOn),
        version: { increment: 1 },
      },
    });
    if (written.count !== 1) throw new StaleError(before.version, { found: before.found, done: before.done });
    await record({ ...auditSubject(before, id), before: pick(before), after: facts });
    return { id };
  });
}

/** Takes the own visit back with a reason: it stays readable and counts nowhere. Its requests go on. */
export function withdrawVisit(actor: Actor, input: WithdrawnVisit): Promise<{ id: string }> {
  return command(actor, "visit.withdraw", input, async (tx, record) => {
    const before = await ownVisit(tx, actor, input.id);
    const { id, version, reason } = input;
    const written = await tx.visit.updateMany({
      where: { id, version, withdrawnAt: null },
      data: { withdrawnAt: new Date(), withdrawReason: reason, version: { increment: 1 } },
    });
    if (written.count !== 1) throw new StaleError(before.version, {});
    await record({ ...auditSubject(before, id), reason, before: pick(before) });
    return { id };
  });
}

function pick({ kind, visitedOn, peopleMet, found, done }: Awaited<ReturnType<typeof ownVisit>>) {
  return { kind, visitedOn, peopleMet, found, done };
}

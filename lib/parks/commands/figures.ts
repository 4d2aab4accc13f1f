import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { DomainError, notFound } from "@/lib/errors";
import { auditSubject, openPark } from "@/lib/parks/commands/editable-place";
import type { NewFigure, RemovedFigure } from "@/lib/parks/schema";

/** Keeps figures as a park reported them, with their day and source. Refuses a second report of one source for one day. */
export function addParkFigure(actor: Actor, input: NewFigure): Promise<{ id: string }> {
  return command(actor, "park.addFigure", input, async (tx, record) => {
    const park = await openPark(tx, actor, input.parkId);
    if (input.reportedOn > actor.day) {
      throw new DomainError("CONFLICT", `数据日期不能晚于今天（${actor.day}）。请核对日期。`);
    }
    const data = { ...input, reportedOn: toDate(input.reportedOn) };
    await tx.parkFigure.create({ data, select: { id: true } });
    await record({ ...auditSubject("Park", park), after: input });
    return { id: park.id };
  });
}

/** Takes out figures that were entered wrongly; the trail keeps them with the reason. */
export function removeParkFigure(actor: Actor, input: RemovedFigure): Promise<{ id: string }> {
  return command(actor, "park.removeFigure", input, async (tx, record) => {
    const park = await openPark(tx, actor, input.parkId);
    const where = { id: input.figureId, parkId: park.id };
    const figure = await tx.parkFigure.findFirst({ where });
    if (!figure) throw notFound("上报数据");
    await tx.parkFigure.delete({ where });
    const { id: _id, parkId: _parkId, reportedOn, ...numbers } = figure;
    await record({
      ...auditSubject("Park", park),
      reason: input.reason,
      before: { ...numbers, reportedOn: toDay(reportedOn) },
      after: { removed: true },
    });
    return { id: park.id };
  });
}

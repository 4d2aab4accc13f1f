import "server-only";
import { allowedStep, auditSubject, lockActivity, refuseBeforeBegun } from "@/lib/activities/commands/activity-in-hand";
import { visibleActivities } from "@/lib/activities/policy";
import { figureRefusal, readMeasured } from "@/lib/activities/rules";
import type { NewFigure, RemovedFigure } from "@/lib/activities/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { DomainError, notFound } from "@/lib/errors";

/** Adds one figure to the results of an activity that has begun: what, how much, in which unit and period, whence. */
export function addFigure(actor: Actor, input: NewFigure): Promise<{ id: string }> {
  return command(actor, "activity.addFigure", input, async (tx, record) => {
    const activity = await lockActivity(tx, actor, input.activityId);
    allowedStep(actor, activity, "ADD_RESULT");
    refuseBeforeBegun(activity, actor.day);
    const { measure, unit } = readMeasured(input.measured);
    const { amount, periodFrom, periodTo, source, note } = input;
    const refusal = figureRefusal({ measure, amount, note, periodFrom, periodTo }, actor.day);
    if (refusal) throw new DomainError("CONFLICT", refusal);
    await tx.activityFigure.create({
      data: {
        activityId: activity.id,
        measure,
        unit,
        amount,
        periodFrom: toDate(periodFrom),
        periodTo: toDate(periodTo),
        source,
        note: note ?? "",
        createdByName: actor.name,
      },
      select: { id: true },
    });
    await record({
      ...auditSubject(activity),
      after: { measure, unit, amount, periodFrom, periodTo, source, note },
    });
    return { id: activity.id };
  });
}

/** Takes a figure out again; the trail keeps what it said. */
export function removeFigure(actor: Actor, input: RemovedFigure): Promise<{ id: string }> {
  return command(actor, "activity.removeFigure", input, async (tx, record) => {
    const figure = await tx.activityFigure.findFirst({
      where: { id: input.id, activity: visibleActivities(actor) },
      select: {
        activityId: true,
        measure: true,
        unit: true,
        amount: true,
        periodFrom: true,
        periodTo: true,
        source: true,
      },
    });
    if (!figure) throw notFound("成果");
    const activity = await lockActivity(tx, actor, figure.activityId);
    allowedStep(actor, activity, "ADD_RESULT");
    const removed = await tx.activityFigure.deleteMany({ where: { id: input.id, activityId: activity.id } });
    if (removed.count !== 1) throw notFound("成果");
    const { measure, unit, source } = figure;
    const period = { periodFrom: toDay(figure.periodFrom), periodTo: toDay(figure.periodTo) };
    await record({
      ...auditSubject(activity),
      before: { measure, unit, amount: figure.amount.toString(), ...period, source },
    });
    return { id: activity.id };
  });
}

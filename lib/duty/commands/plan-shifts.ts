import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { type Day, type Quarter, quarterDays, readQuarter, toDate, toDay } from "@/lib/calendar";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/transaction";
import { canPlanShifts } from "@/lib/duty/policy";
import { dutyDays, takeTurns } from "@/lib/duty/rules";
import { type PlannedShifts, plannableQuarters } from "@/lib/duty/schema";
import { DomainError, notFound } from "@/lib/errors";
import { visibleServicePoints } from "@/lib/service-points/policy";
import { settingsOn } from "@/lib/settings/queries";

export type Planned = { committeeId: string; quarter: string; shiftCount: number; withoutInstructor: number };

/**
 * Makes a quarter's shifts of a committee's live service points, or of one of them, from their rhythm: holidays kept,
 * instructors in turn. Days that have a shift already keep it, whatever became of it, so pressing again only fills gaps.
 * Refuses a quarter that is over or more than one ahead. Returns how many were made, and days without an instructor.
 */
export async function planShifts(actor: Actor, input: PlannedShifts): Promise<Planned> {
  const { holidays } = await settingsOn(input.committeeId, actor.day);
  return command(actor, "duty.plan", input, async (tx, record) => {
    const { committeeId } = input;
    if (!canPlanShifts(actor, { committeeId })) throw notFound("党委");
    const quarter = readQuarter(input.quarter);
    if (!quarter || !plannableQuarters(actor.day).includes(input.quarter)) {
      throw new DomainError("CONFLICT", "只能为本季度和下一季度排班。请重新选择季度。");
    }
    // Two who plan at once plan one after the other: the second finds the days taken.
    await tx.$executeRaw`SELECT 1 FROM "ServicePoint" WHERE "committeeId" = ${committeeId}::uuid ORDER BY id FOR NO KEY UPDATE`;
    const points = await pointsOf(tx, actor, input);
    if (points.length === 0) throw notFound("服务点");
    let [shiftCount, withoutInstructor] = [0, 0];
    for (const point of points) {
      const made = await planPoint(tx, actor, point, quarter, holidays);
      shiftCount += made.shiftCount;
      withoutInstructor += made.withoutInstructor;
    }
    const done = { committeeId, quarter: input.quarter, shiftCount, withoutInstructor };
    await record({
      subjectType: "ServicePoint",
      committeeId,
      after: { ...done, points: points.map(({ name }) => name) },
    });
    return done;
  });
}

function pointsOf(tx: Tx, actor: Actor, { committeeId, servicePointId }: PlannedShifts) {
  const chosen = servicePointId ? { id: servicePointId } : {};
  return tx.servicePoint.findMany({
    where: { AND: [visibleServicePoints(actor), { committeeId, closedOn: null, ...chosen }] },
    orderBy: { nameSort: "asc" },
    select: {
      id: true,
      name: true,
      dutyRhythm: true,
      dutyWeekday: true,
      openedOn: true,
      assignments: {
        orderBy: { instructor: { nameSort: "asc" } },
        select: { instructorId: true, validFrom: true, validTo: true },
      },
    },
  });
}

type PlannedPoint = Awaited<ReturnType<typeof pointsOf>>[number];

async function planPoint(tx: Tx, actor: Actor, point: PlannedPoint, quarter: Quarter, holidays: Day[]) {
  const { from, to } = quarterDays(quarter);
  const kept = await tx.dutyShift.findMany({
    where: { servicePointId: point.id, dutyOn: { gte: toDate(from), lte: toDate(to) } },
    select: { dutyOn: true },
  });
  const taken = new Set(kept.map(({ dutyOn }) => toDay(dutyOn)));
  const { dutyRhythm: rhythm, dutyWeekday: weekday } = point;
  const days = dutyDays({ rhythm, weekday, openedOn: toDay(point.openedOn), closedOn: null }, quarter, holidays);
  const assigned = point.assignments.map(({ instructorId, validFrom, validTo }) => {
    return { instructorId, validFrom: toDay(validFrom), validTo: validTo && toDay(validTo) };
  });
  // Turns run over all days, so that filling a gap later does not change whose turn the others are.
  const turns = takeTurns(days, assigned).filter(({ day }) => day >= actor.day && !taken.has(day));
  const shifts = turns.flatMap(({ day, instructorId }) =>
    instructorId ? [{ id: newId(), servicePointId: point.id, instructorId, dutyOn: toDate(day) }] : [],
  );
  await tx.dutyShift.createMany({ data: shifts });
  await tx.dutyStep.createMany({
    data: shifts.map(({ id }) => ({ shiftId: id, action: "PLAN" as const, byId: actor.userId, byName: actor.name })),
  });
  return { shiftCount: shifts.length, withoutInstructor: turns.length - shifts.length };
}

import "server-only";
import type { DutyAction, DutyShiftStatus } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { dutyActionLabels, dutyShiftStatusLabels } from "@/lib/duty/labels";
import { canChangeShift, canPlanShifts, isOwnShift, visibleShifts } from "@/lib/duty/policy";
import { dutyStep } from "@/lib/duty/workflow";
import { DomainError, notFound } from "@/lib/errors";

export type ShiftInHand = Awaited<ReturnType<typeof shiftInHand>>;

/** The shift a command is about, in the actor's scope and for the actor to do this with, and where that leads. */
export async function shiftInHand(tx: Tx, actor: Actor, id: string, action: DutyAction) {
  const row = await tx.dutyShift.findFirst({
    where: { AND: [visibleShifts(actor), { id }] },
    select: {
      id: true,
      servicePointId: true,
      instructorId: true,
      dutyOn: true,
      status: true,
      version: true,
      instructor: { select: { name: true, userId: true } },
      servicePoint: { select: { name: true, committeeId: true } },
    },
  });
  if (!row) throw notFound("班次");
  const { servicePoint, dutyOn, ...rest } = row;
  const shift = { ...rest, dutyOn: toDay(dutyOn), pointName: servicePoint.name, committeeId: servicePoint.committeeId };
  if (!canChangeShift(actor, shift)) throw notFound("班次");
  return { ...shift, to: allowed(actor, shift, action) };
}

function allowed(
  actor: Actor,
  shift: { status: DutyShiftStatus; instructorId: string; committeeId: string },
  action: DutyAction,
): DutyShiftStatus {
  const own = isOwnShift(actor, shift) ? ["OWN" as const] : [];
  const staff = canPlanShifts(actor, shift) ? ["STAFF" as const] : [];
  const to = dutyStep(shift.status, action, [...own, ...staff]);
  if (to) return to;
  if (dutyStep(shift.status, action, ["OWN", "STAFF"])) throw notFound("班次");
  const [now, wanted] = [dutyShiftStatusLabels[shift.status], dutyActionLabels[action]];
  throw new DomainError("WRONG_STATE", `这个班次现在是“${now}”，不能${wanted}。请返回查看现在的安排。`);
}

/** Writes on the version the form was opened on, and keeps the step with who and why. */
export async function writeShift(
  tx: Tx,
  actor: Actor,
  shift: ShiftInHand,
  step: { version: number; action: DutyAction; reason?: string; data: object },
): Promise<void> {
  const written = await tx.dutyShift.updateMany({
    where: { id: shift.id, version: step.version, status: shift.status },
    data: { ...step.data, status: shift.to, version: { increment: 1 } },
  });
  if (written.count !== 1) {
    throw new DomainError("CONFLICT", "这个班次刚刚已有变动。请返回查看现在的安排，再决定。");
  }
  await tx.dutyStep.create({
    data: {
      shiftId: shift.id,
      action: step.action,
      byId: actor.userId,
      byName: actor.name,
      reason: step.reason ?? null,
    },
    select: { id: true },
  });
}

/** How a shift stands in the trail. */
export function auditSubject(shift: ShiftInHand) {
  const subjectName = `${shift.pointName} ${shift.dutyOn}`;
  return { subjectType: "DutyShift", subjectId: shift.id, subjectName, committeeId: shift.committeeId };
}

import "server-only";
import { staffOfCommittee } from "@/lib/accounts/queries/recipients";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { formatDayInText, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { auditSubject, type ShiftInHand, shiftInHand, writeShift } from "@/lib/duty/commands/shift-in-hand";
import type { CancelledShift, MovedShift, SwappedShift } from "@/lib/duty/schema";
import { DomainError } from "@/lib/errors";
import { notify } from "@/lib/outbox/notify";

/** Gives a shift to another instructor of the committee, with a reason. Refuses whoever left or has one there that day. */
export function swapShift(actor: Actor, input: SwappedShift): Promise<{ id: string }> {
  return command(actor, "duty.swap", input, async (tx, record) => {
    const shift = await shiftInHand(tx, actor, input.id, "SWAP");
    const { version, toId, reason } = input;
    if (toId === shift.instructorId) throw new DomainError("CONFLICT", "换班双方是同一人。请选择另一名党建指导员。");
    const other = await tx.instructor.findFirst({
      where: { id: toId, committeeId: shift.committeeId, endedOn: null },
      select: { name: true, userId: true },
    });
    if (!other) throw new DomainError("CONFLICT", "所选党建指导员不在本党委任职。请从列表中重新选择。");
    await refuseTaken(tx, { ...shift, instructorId: toId });
    await writeShift(tx, actor, shift, { version, action: "SWAP", reason, data: { instructorId: toId } });
    await tell(tx, actor, shift, `由${shift.instructor.name}换给${other.name}`, [other.userId]);
    await record({
      ...auditSubject(shift),
      reason,
      before: { instructor: shift.instructor.name },
      after: { instructor: other.name },
    });
    return { id: shift.id };
  });
}

/** Moves a shift to another day from today on, with a reason. */
export function moveShift(actor: Actor, input: MovedShift): Promise<{ id: string }> {
  return command(actor, "duty.move", input, async (tx, record) => {
    const shift = await shiftInHand(tx, actor, input.id, "MOVE");
    const { version, dutyOn, reason } = input;
    if (dutyOn < actor.day) throw new DomainError("CONFLICT", "只能改到今天或以后。请重新选择日期。");
    if (dutyOn === shift.dutyOn) throw new DomainError("CONFLICT", "日期没有变化。请选择另一天。");
    await refuseTaken(tx, { ...shift, dutyOn });
    await writeShift(tx, actor, shift, { version, action: "MOVE", reason, data: { dutyOn: toDate(dutyOn) } });
    await tell(tx, actor, shift, `改到${formatDayInText(dutyOn)}`);
    await record({ ...auditSubject(shift), reason, before: { dutyOn: shift.dutyOn }, after: { dutyOn } });
    return { id: shift.id };
  });
}

/** Cancels a shift with a reason: it stays in the calendar, and its day is not planned again. */
export function cancelShift(actor: Actor, input: CancelledShift): Promise<{ id: string }> {
  return command(actor, "duty.cancel", input, async (tx, record) => {
    const shift = await shiftInHand(tx, actor, input.id, "CANCEL");
    const { version, reason } = input;
    await writeShift(tx, actor, shift, { version, action: "CANCEL", reason, data: {} });
    await tell(tx, actor, shift, "已取消");
    await record({ ...auditSubject(shift), reason });
    return { id: shift.id };
  });
}

async function refuseTaken(
  tx: Tx,
  { servicePointId, dutyOn, instructorId }: Pick<ShiftInHand, "servicePointId" | "dutyOn" | "instructorId">,
): Promise<void> {
  const taken = await tx.dutyShift.count({ where: { servicePointId, dutyOn: toDate(dutyOn), instructorId } });
  if (taken > 0) throw new DomainError("CONFLICT", "该党建指导员这一天在这个服务点已有班次。请换一天或另选一人。");
}

/** Staff of the committee and the instructors concerned learn it; whoever did it knows. */
async function tell(
  tx: Tx,
  actor: Actor,
  shift: ShiftInHand,
  what: string,
  more: (string | null)[] = [],
): Promise<void> {
  const staff = await staffOfCommittee(shift.committeeId, actor.day, tx);
  const userIds = [...staff, shift.instructor.userId, ...more].filter((id): id is string => id !== null);
  await notify(tx, {
    kind: "DUTY_CHANGED",
    userIds: userIds.filter((id) => id !== actor.userId),
    text: `${formatDayInText(shift.dutyOn)}“${shift.pointName}”的驻点${what}。`,
    href: `/duty/${shift.id}`,
    dedupeKey: `duty:${shift.id}:${shift.version}`,
  });
}

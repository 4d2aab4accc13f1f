import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { auditSubject, shiftInHand, writeShift } from "@/lib/duty/commands/shift-in-hand";
import { canLogOn } from "@/lib/duty/rules";
import type { LoggedShift } from "@/lib/duty/schema";
import { DomainError } from "@/lib/errors";

/**
 * Fulfils a shift by its short log, by the instructor who was there. Refuses a day to come, one long over, and a shift
 * that is done or cancelled.
 */
export function logShift(actor: Actor, input: LoggedShift): Promise<{ id: string }> {
  return command(actor, "duty.fulfil", input, async (tx, record) => {
    const shift = await shiftInHand(tx, actor, input.id, "FULFIL");
    if (!canLogOn(shift.dutyOn, actor.day)) {
      throw new DomainError(
        "CONFLICT",
        shift.dutyOn > actor.day
          ? `驻点日期是 ${shift.dutyOn}，当天起才能填写。`
          : `驻点日期 ${shift.dutyOn} 已超过三个月，不能再补填。请联系党委工作人员。`,
      );
    }
    const { version, servedCount, services, matters } = input;
    const log = { servedCount, services: [...new Set(services)], matters };
    await writeShift(tx, actor, shift, { version, action: "FULFIL", data: { ...log, doneAt: new Date() } });
    await record({ ...auditSubject(shift), after: log });
    return { id: shift.id };
  });
}

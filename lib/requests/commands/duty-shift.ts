import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { isOwnShift, visibleShifts } from "@/lib/duty/policy";
import { takesRequests } from "@/lib/duty/rules";
import { DomainError, notFound } from "@/lib/errors";

/**
 * The duty shift in which an enterprise of a committee raised something, and whether it is the actor's own. Refuses a
 * shift outside the actor's scope, of another committee's service point, cancelled, or still to come.
 */
export async function dutyShift(tx: Tx, actor: Actor, id: string, committeeId: string): Promise<{ isOwn: boolean }> {
  const row = await tx.dutyShift.findFirst({
    where: { AND: [visibleShifts(actor), { id }] },
    select: { instructorId: true, status: true, dutyOn: true, servicePoint: { select: { committeeId: true } } },
  });
  if (!row) throw notFound("班次");
  if (row.servicePoint.committeeId !== committeeId) {
    throw new DomainError("CONFLICT", "该企业与这个班次的服务点不属于同一个党委。请重新选择企业，或不经班次登记。");
  }
  const shift = { status: row.status, dutyOn: toDay(row.dutyOn) };
  if (takesRequests(shift, actor.day)) return { isOwn: isOwnShift(actor, row) };
  throw shift.status === "CANCELLED"
    ? new DomainError("WRONG_STATE", "这个班次已取消，不能在其中登记诉求。请到“企业诉求”直接登记。")
    : new DomainError("CONFLICT", `这个班次在 ${shift.dutyOn}，当天起才能在其中登记诉求。`);
}

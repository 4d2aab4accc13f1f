import "server-only";
import { secretariesOf } from "@/lib/accounts/queries/recipients";
import {
  allowedStep,
  auditSubject,
  changedMeanwhile,
  lockActivity,
  refuseBeforeBegun,
} from "@/lib/activities/commands/activity-in-hand";
import type { CancelledActivity, HeldActivity } from "@/lib/activities/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { notify } from "@/lib/outbox/notify";

/** Marks an activity that has begun as held: from now on it is evidence for the task it serves. */
export function holdActivity(actor: Actor, input: HeldActivity): Promise<{ id: string }> {
  return command(actor, "activity.hold", input, async (tx, record) => {
    const before = await lockActivity(tx, actor, input.id);
    const status = allowedStep(actor, before, "HOLD");
    refuseBeforeBegun(before, actor.day);
    const written = await tx.activity.updateMany({
      where: { id: before.id, version: input.version, status: before.status },
      data: { status, heldNote: input.note ?? "", doorTokenHash: null, version: { increment: 1 } },
    });
    if (written.count !== 1) throw changedMeanwhile();
    await record({ ...auditSubject(before), before: { status: before.status }, after: { status, note: input.note } });
    return { id: before.id };
  });
}

/** Calls an activity off, with a reason; whoever had signed up learns it. */
export function cancelActivity(actor: Actor, input: CancelledActivity): Promise<{ id: string }> {
  return command(actor, "activity.cancel", input, async (tx, record) => {
    const before = await lockActivity(tx, actor, input.id);
    const status = allowedStep(actor, before, "CANCEL");
    const written = await tx.activity.updateMany({
      where: { id: before.id, version: input.version, status: before.status },
      data: { status, cancelReason: input.reason, doorTokenHash: null, version: { increment: 1 } },
    });
    if (written.count !== 1) throw changedMeanwhile();
    const coming = before.branches.filter(({ signedUpAt }) => signedUpAt !== null).map(({ branchId }) => branchId);
    const secretaries = await secretariesOf(coming, actor.day, tx);
    await notify(tx, {
      kind: "ACTIVITY_INVITED",
      userIds: secretaries.filter((userId) => userId !== actor.userId),
      text: `“${before.title}”已取消，请不要再作安排。`,
      href: `/activities/${before.id}`,
      dedupeKey: `activity:${before.id}:cancelled`,
    });
    const reason = { status, reason: input.reason };
    await record({ ...auditSubject(before), before: { status: before.status }, after: reason });
    return { id: before.id };
  });
}

import "server-only";
import { allowedStep, auditSubject, lockActivity } from "@/lib/activities/commands/activity-in-hand";
import { findDoor } from "@/lib/activities/queries/find-door";
import type { CheckedIn } from "@/lib/activities/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import { DomainError } from "@/lib/errors";

/**
 * Makes the code shown at the door; an earlier one ends. Returns its token, or null when the same form was pressed
 * twice: it was shown the first time.
 */
export async function openDoor(actor: Actor, input: { id: string }): Promise<{ token: string | null }> {
  const token = newToken();
  const doorTokenHash = hashToken(token);
  const written = await command(actor, "activity.openDoor", input, async (tx, record) => {
    const activity = await lockActivity(tx, actor, input.id);
    allowedStep(actor, activity, "DOOR");
    if (actor.day > activity.endsOn) {
      throw new DomainError("WRONG_STATE", `活动已于 ${activity.endsOn} 结束，不再需要签到码。请直接登记到场。`);
    }
    await tx.activity.updateMany({ where: { id: activity.id }, data: { doorTokenHash } });
    await record(auditSubject(activity));
    return { doorTokenHash };
  });
  return { token: written.doorTokenHash === doorTokenHash ? token : null };
}

/** Ends the code at the door; attendance is ticked from then on. */
export function closeDoor(actor: Actor, input: { id: string }): Promise<{ id: string }> {
  return command(actor, "activity.closeDoor", input, async (tx, record) => {
    const activity = await lockActivity(tx, actor, input.id);
    allowedStep(actor, activity, "TICK");
    await tx.activity.updateMany({ where: { id: activity.id }, data: { doorTokenHash: null } });
    await record(auditSubject(activity));
    return { id: activity.id };
  });
}

/**
 * A secretary at the door says how many people of the own branch are there: a branch is ticked, never a person. Refuses
 * a code that is wrong, ended or of another day with one sentence, and a branch ticked already.
 */
export async function checkInAtDoor(actor: Actor, input: CheckedIn): Promise<{ id: string }> {
  const door = await findDoor(actor, input.token);
  if (!door) throw deadDoor();
  const { branchId, people } = input;
  return command(actor, "activity.checkIn", { id: door.id, branchId, people }, async (tx, record) => {
    const activity = await lockActivity(tx, actor, door.id);
    allowedStep(actor, activity, "CHECK_IN");
    const own = door.branches.find((branch) => branch.branchId === branchId);
    const stillOpen = await tx.activity.count({
      where: { id: activity.id, doorTokenHash: hashToken(input.token) },
    });
    if (!own || stillOpen !== 1) throw deadDoor();
    const written = await tx.activityBranch.updateMany({
      where: { activityId: activity.id, branchId, attendedCount: null },
      data: { attendedCount: people },
    });
    if (written.count !== 1) {
      throw new DomainError("CONFLICT", "本支部的到场情况已经登记。如需更正，请告诉活动组织者。");
    }
    await record({ ...auditSubject(activity), after: { attended: { [own.name]: people } } });
    return { id: activity.id };
  });
}

function deadDoor(): DomainError {
  return new DomainError("NOT_FOUND", "这个签到码不能使用：可能不是今天的活动，或已重新生成。请向活动组织者报到。");
}

import "server-only";
import {
  type ActivityInHand,
  allowedStep,
  auditSubject,
  changedMeanwhile,
  lockActivity,
  refuseBeforeBegun,
} from "@/lib/activities/commands/activity-in-hand";
import { columnsOf, refuseFacts } from "@/lib/activities/commands/activity-links";
import type { ActivityFacts, EditedActivity } from "@/lib/activities/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { StaleError } from "@/lib/errors";

/** Puts an activity's facts right. One that was held cannot be moved to a day that has not come. */
export function updateActivity(actor: Actor, input: EditedActivity): Promise<{ id: string }> {
  return command(actor, "activity.update", input, async (tx, record) => {
    const before = await lockActivity(tx, actor, input.id);
    allowedStep(actor, before, "EDIT");
    if (before.version !== input.version) throw new StaleError(before.version, shownOf(before));
    if (before.status === "HELD") refuseBeforeBegun(input, actor.day);
    await refuseFacts(tx, actor, before.committeeId, input, before);
    const written = await tx.activity.updateMany({
      where: { id: before.id, version: input.version, status: before.status },
      data: { ...columnsOf(input), version: { increment: 1 } },
    });
    if (written.count !== 1) throw changedMeanwhile();
    const { id: _id, version: _version, ...after } = input;
    await record({ ...auditSubject(before), before: factsOf(before), after });
    return { id: before.id };
  });
}

function factsOf(activity: ActivityInHand): ActivityFacts {
  const { kind, title, detail, place, organizers, startsOn, endsOn, signUpUntil, taskId, campaignId } = activity;
  return { kind, title, detail, place, organizers, startsOn, endsOn, signUpUntil, taskId, campaignId };
}

/** What stands there now, for whoever saved on an older state. */
function shownOf(activity: ActivityInHand): Record<string, string> {
  const { title, detail, place, organizers, startsOn, endsOn, signUpUntil } = activity;
  return { title, detail, place: place ?? "", organizers, startsOn, endsOn, signUpUntil: signUpUntil ?? "" };
}

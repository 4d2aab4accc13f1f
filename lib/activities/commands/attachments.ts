import "server-only";
import { allowedStep, auditSubject, lockActivity } from "@/lib/activities/commands/activity-in-hand";
import { visibleActivities } from "@/lib/activities/policy";
import type { RemovedActivityFile } from "@/lib/activities/schema";
import type { Actor } from "@/lib/auth/actor";
import { notFound } from "@/lib/errors";
import { attachFile, detachFile } from "@/lib/files/attach-file";
import type { KeptFile } from "@/lib/files/keep-file";

/** Hangs a picture or a paper on an activity that is not called off. Nobody is asked for any. */
export function addActivityFile(actor: Actor, activityId: string, file: KeptFile): Promise<{ id: string }> {
  return attachFile(actor, { activityId }, file, async (tx) => {
    const activity = await lockActivity(tx, actor, activityId);
    allowedStep(actor, activity, "ADD_RESULT");
    return auditSubject(activity);
  });
}

/** Takes a file off its activity. */
export function removeActivityFile(actor: Actor, input: RemovedActivityFile): Promise<{ id: string }> {
  return detachFile(actor, input, async (tx) => {
    const found = await tx.attachment.findFirst({
      where: { id: input.id, removedAt: null, activity: visibleActivities(actor) },
      select: { activityId: true, name: true },
    });
    if (!found?.activityId) throw notFound("附件");
    const activity = await lockActivity(tx, actor, found.activityId);
    allowedStep(actor, activity, "ADD_RESULT");
    return { ownerId: activity.id, name: found.name, subject: auditSubject(activity) };
  });
}

import "server-only";
import type { ActivityStatus } from "@/generated/prisma/enums";
import { activityActionLabels, activityStatusLabels } from "@/lib/activities/labels";
import { activityParts, visibleActivities } from "@/lib/activities/policy";
import { hasBegun } from "@/lib/activities/rules";
import { type ActivityAction, activityStep, isActivityActionPossible } from "@/lib/activities/workflow";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";

export type ActivityInHand = Awaited<ReturnType<typeof lockActivity>>;

/**
 * The activity a command is about, in the actor's scope, locked until the end of the transaction: answers, attendance
 * and the organizer's acts come one after the other.
 */
export async function lockActivity(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`SELECT 1 FROM "Activity" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const activity = await tx.activity.findFirst({
    where: { AND: [visibleActivities(actor), { id }] },
    select: {
      id: true,
      committeeId: true,
      branchId: true,
      taskId: true,
      campaignId: true,
      kind: true,
      status: true,
      title: true,
      detail: true,
      place: true,
      organizers: true,
      startsOn: true,
      endsOn: true,
      signUpUntil: true,
      version: true,
      branches: { select: { branchId: true, signedUpAt: true, attendedCount: true } },
    },
  });
  if (!activity) throw notFound("活动");
  const { branches, startsOn, endsOn, signUpUntil, ...facts } = activity;
  return {
    ...facts,
    startsOn: toDay(startsOn),
    endsOn: toDay(endsOn),
    signUpUntil: signUpUntil && toDay(signUpUntil),
    branches,
    invitedBranchIds: branches.map(({ branchId }) => branchId),
  };
}

/** Where an action leads; refuses what is not the actor's to do, and what the activity's state does not allow. */
export function allowedStep(actor: Actor, activity: ActivityInHand, action: ActivityAction): ActivityStatus {
  const to = activityStep(activity.status, action, activityParts(actor, activity));
  if (to) return to;
  if (isActivityActionPossible(activity.status, action)) throw notFound("活动");
  const [now, wanted] = [activityStatusLabels[activity.status], activityActionLabels[action]];
  throw new DomainError("WRONG_STATE", `这项活动现在是“${now}”，不能${wanted}。请返回查看现在的情况。`);
}

export function refuseBeforeBegun(activity: { startsOn: Day }, day: Day): void {
  if (!hasBegun(activity, day)) {
    throw new DomainError("WRONG_STATE", `活动 ${activity.startsOn} 才开始，请在开始后再登记。`);
  }
}

/** The refusal of whoever comes second. */
export function changedMeanwhile(): DomainError {
  return new DomainError("CONFLICT", "这项活动刚刚已有变化。请返回查看现在的情况，再办理。");
}

/** How an activity stands in the trail. */
export function auditSubject({ id, title, committeeId }: { id: string; title: string; committeeId: string }) {
  return { subjectType: "Activity", subjectId: id, subjectName: title, committeeId };
}

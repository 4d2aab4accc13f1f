import type { Prisma } from "@/generated/prisma/client";
import type { ActivityPart } from "@/lib/activities/workflow";
import { type Actor, holds } from "@/lib/auth/actor";
import { nowhere, within } from "@/lib/auth/scope";
import { validOn } from "@/lib/calendar";

/**
 * Staff see the activities of their committees, a secretary those the own branches organize or are asked to, an
 * instructor those to which an enterprise or branch assigned today is asked.
 */
export function visibleActivities(actor: Actor): Prisma.ActivityWhereInput {
  return within<Prisma.ActivityWhereInput>(actor, (role) => {
    switch (role) {
      case "STAFF":
        return { committeeId: { in: actor.committeeIds } };
      case "SECRETARY": {
        const branchId = { in: actor.branchIds };
        return { OR: [{ branchId }, { branches: { some: { branchId } } }] };
      }
      case "INSTRUCTOR": {
        const { instructorId } = actor;
        if (!instructorId) return nowhere;
        const assigned = { assignments: { some: { instructorId, ...validOn(actor.day) } } };
        return {
          OR: [{ branches: { some: { branch: assigned } } }, { enterprises: { some: { enterprise: assigned } } }],
        };
      }
      case "ADMIN":
      case "AUDITOR":
        return nowhere;
    }
  });
}

/** Whether activities are part of the actor's work at all. */
export function canListActivities(actor: Actor): boolean {
  return visibleActivities(actor) !== nowhere;
}

/** Staff plan for a committee, a secretary for an own branch; the command asks for which. */
export function canPlanActivities(actor: Actor): boolean {
  return holds(actor, "STAFF") || (holds(actor, "SECRETARY") && actor.branchIds.length > 0);
}

/** Who is owed an activity, and who is overdue: staff for their committees, an instructor for the own assignments. */
export function canSeeActivityRhythm(actor: Actor): boolean {
  return holds(actor, "STAFF") || (holds(actor, "INSTRUCTOR") && actor.instructorId !== null);
}

type Organized = { committeeId: string; branchId: string | null };

/** Staff of the committee steer every activity in it, a secretary those of the own branch. */
export function canOrganize(actor: Actor, { committeeId, branchId }: Organized): boolean {
  const isStaff = holds(actor, "STAFF") && actor.committeeIds.includes(committeeId);
  return isStaff || (branchId !== null && canAnswerForBranch(actor, branchId));
}

/** Only its secretary answers an invitation for a branch, and ticks it at the door. */
export function canAnswerForBranch(actor: Actor, branchId: string): boolean {
  return holds(actor, "SECRETARY") && actor.branchIds.includes(branchId);
}

/** What the actor is to an activity that it can see. */
export function activityParts(actor: Actor, activity: Organized & { invitedBranchIds: string[] }): ActivityPart[] {
  const parts: ActivityPart[] = [];
  if (canOrganize(actor, activity)) parts.push("ORGANIZER");
  if (activity.invitedBranchIds.some((branchId) => canAnswerForBranch(actor, branchId))) parts.push("GUEST");
  return parts;
}

import "server-only";
import { auditSubject } from "@/lib/activities/commands/activity-in-hand";
import { columnsOf, refuseFacts } from "@/lib/activities/commands/activity-links";
import { branchesOfCommittee, tellInvited } from "@/lib/activities/commands/invitations";
import { canOrganize, canPlanActivities } from "@/lib/activities/policy";
import type { PlannedActivity } from "@/lib/activities/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { visibleCommittees } from "@/lib/committees/policy";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";

/**
 * Plans an activity of a committee, or of a branch, which then takes part in it. `invitesAll` asks all live branches
 * of the committee at once and tells their secretaries.
 */
export function planActivity(actor: Actor, input: PlannedActivity): Promise<{ id: string }> {
  return command(actor, "activity.plan", input, async (tx, record) => {
    if (!canPlanActivities(actor)) throw notFound("活动");
    const organizer = await organizerOf(tx, actor, input);
    if (!canOrganize(actor, organizer)) throw notFound("党支部");
    await refuseFacts(tx, actor, organizer.committeeId, input, null);
    const { id } = await tx.activity.create({
      data: { ...organizer, ...columnsOf(input), createdById: actor.userId, createdByName: actor.name },
      select: { id: true },
    });
    if (organizer.branchId) {
      const itself = { activityId: id, branchId: organizer.branchId };
      await tx.activityBranch.create({ data: { ...itself, signedUpAt: new Date(), signedUpByName: actor.name } });
    }
    const asked =
      input.invitesAll && !organizer.branchId ? await branchesOfCommittee(tx, actor, organizer.committeeId) : [];
    const branchIds = asked.map((branch) => branch.id);
    await tx.activityBranch.createMany({ data: branchIds.map((branchId) => ({ activityId: id, branchId })) });
    await tellInvited(tx, actor, { id, title: input.title, startsOn: input.startsOn }, branchIds);
    const { invitesAll: _all, ...said } = input;
    await record({
      ...auditSubject({ id, title: input.title, committeeId: organizer.committeeId }),
      after: { ...said, ...organizer, invitedCount: branchIds.length },
    });
    return { id };
  });
}

/** The committee that organizes it, or the branch with the committee it belongs to; both alive and in scope. */
async function organizerOf(tx: Tx, actor: Actor, { committeeId, branchId }: PlannedActivity) {
  if (branchId) {
    const branch = await tx.branch.findFirst({
      where: { AND: [visibleBranches(actor), { id: branchId }] },
      select: { committeeId: true, dissolvedOn: true },
    });
    if (!branch) throw notFound("党支部");
    if (branch.dissolvedOn) throw new DomainError("WRONG_STATE", "该党支部已撤销，不能再组织活动。");
    return { committeeId: branch.committeeId, branchId };
  }
  const committee = await tx.committee.findFirst({
    where: { AND: [visibleCommittees(actor), { id: committeeId ?? "", closedOn: null }] },
    select: { id: true },
  });
  if (!committee) throw notFound("党委");
  return { committeeId: committee.id, branchId: null };
}

import "server-only";
import {
  type ActivityInHand,
  allowedStep,
  auditSubject,
  changedMeanwhile,
  lockActivity,
} from "@/lib/activities/commands/activity-in-hand";
import { branchesOfCommittee, tellInvited } from "@/lib/activities/commands/invitations";
import type { InvitedBranches } from "@/lib/activities/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { DomainError, notFound } from "@/lib/errors";

/**
 * Sets which branches are asked to an activity: exactly those ticked. New ones are told. Refuses a branch outside the
 * committee or the actor's scope, and to take back the invitation of one that has signed up or was there.
 */
export function inviteBranches(actor: Actor, input: InvitedBranches): Promise<{ id: string }> {
  return command(actor, "activity.inviteBranches", input, async (tx, record) => {
    const before = await lockActivity(tx, actor, input.id);
    allowedStep(actor, before, "INVITE");
    const choices = await branchesOfCommittee(tx, actor, before.committeeId);
    const names = new Map(choices.map(({ id, name }) => [id, name]));
    const ticked = new Set(input.branchIds);
    const added = [...ticked].filter((id) => !before.invitedBranchIds.includes(id));
    if (added.some((id) => !names.has(id))) throw notFound("党支部");
    const removed = removedFrom(before, ticked, names);
    const written = await tx.activity.updateMany({
      where: { id: before.id, version: input.version, status: "PLANNED" },
      data: { version: { increment: 1 } },
    });
    if (written.count !== 1) throw changedMeanwhile();
    await tx.activityBranch.createMany({ data: added.map((branchId) => ({ activityId: before.id, branchId })) });
    await tx.activityBranch.deleteMany({ where: { activityId: before.id, branchId: { in: removed } } });
    await tellInvited(tx, actor, before, added);
    const named = (ids: string[]) => ids.map((id) => names.get(id) ?? id);
    await record({ ...auditSubject(before), after: { invited: named(added), uninvited: named(removed) } });
    return { id: before.id };
  });
}

/** Those unticked among the branches the form could show; what a branch has answered stays its own. */
function removedFrom(before: ActivityInHand, ticked: Set<string>, names: Map<string, string>): string[] {
  const unticked = before.branches.filter(
    ({ branchId }) => names.has(branchId) && !ticked.has(branchId) && branchId !== before.branchId,
  );
  const kept = unticked.find(({ signedUpAt, attendedCount }) => signedUpAt !== null || attendedCount !== null);
  if (kept) {
    const name = names.get(kept.branchId);
    throw new DomainError("CONFLICT", `“${name}”已报名或已登记到场，不能撤回邀请。请重新勾选这个支部。`);
  }
  return unticked.map(({ branchId }) => branchId);
}

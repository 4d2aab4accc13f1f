import "server-only";
import { allowedStep, auditSubject, lockActivity } from "@/lib/activities/commands/activity-in-hand";
import type { InvitedEnterprises, UninvitedEnterprise } from "@/lib/activities/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { DomainError, notFound } from "@/lib/errors";

/**
 * Asks enterprises to an activity; those asked already stay. Refuses one outside the committee or the actor's scope,
 * and one that is closed.
 */
export function inviteEnterprises(actor: Actor, input: InvitedEnterprises): Promise<{ id: string }> {
  return command(actor, "activity.inviteEnterprises", input, async (tx, record) => {
    const activity = await lockActivity(tx, actor, input.id);
    allowedStep(actor, activity, "INVITE");
    const ids = [...new Set(input.enterpriseIds)];
    const enterprises = await tx.enterprise.findMany({
      where: { AND: [visibleEnterprises(actor), { committeeId: activity.committeeId, id: { in: ids } }] },
      select: { id: true, name: true, closedOn: true },
    });
    if (enterprises.length !== ids.length) throw notFound("企业");
    const closed = enterprises.find(({ closedOn }) => closedOn);
    if (closed) throw new DomainError("WRONG_STATE", `“${closed.name}”已停业注销，不能邀请。请去掉这家企业。`);
    await tx.activityEnterprise.createMany({
      data: enterprises.map(({ id }) => ({ activityId: activity.id, enterpriseId: id })),
      skipDuplicates: true,
    });
    await record({ ...auditSubject(activity), after: { invited: enterprises.map(({ name }) => name) } });
    return { id: activity.id };
  });
}

/** Takes an enterprise's invitation back while it has neither signed up nor been there. */
export function uninviteEnterprise(actor: Actor, input: UninvitedEnterprise): Promise<{ id: string }> {
  return command(actor, "activity.uninviteEnterprise", input, async (tx, record) => {
    const activity = await lockActivity(tx, actor, input.id);
    allowedStep(actor, activity, "INVITE");
    const key = { activityId: activity.id, enterpriseId: input.enterpriseId };
    const asked = await tx.activityEnterprise.findFirst({
      where: key,
      select: { enterprise: { select: { name: true } } },
    });
    if (!asked) throw notFound("企业");
    const removed = await tx.activityEnterprise.deleteMany({
      where: { ...key, signedUpAt: null, attendedCount: null },
    });
    if (removed.count !== 1) {
      throw new DomainError("CONFLICT", `“${asked.enterprise.name}”已报名或已登记到场，不能撤回邀请。`);
    }
    await record({ ...auditSubject(activity), after: { uninvited: [asked.enterprise.name] } });
    return { id: activity.id };
  });
}

import "server-only";
import { allowedStep, auditSubject, lockActivity } from "@/lib/activities/commands/activity-in-hand";
import { canAnswerForBranch } from "@/lib/activities/policy";
import { answerUntil } from "@/lib/activities/rules";
import type { AnsweredInvitation } from "@/lib/activities/schema";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { validOn } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";

/**
 * A secretary signs the own branch up, with those of the enterprises it covers that come along, or says that it stays
 * away, which takes an earlier answer back. Refuses after the last day for answers, and enterprises it does not cover.
 */
export function answerInvitation(actor: Actor, input: AnsweredInvitation): Promise<{ id: string }> {
  const verb = input.answer === "COMES" ? "signUp" : "decline";
  return command(actor, `activity.${verb}`, input, async (tx, record) => {
    const activity = await lockActivity(tx, actor, input.id);
    allowedStep(actor, activity, "ANSWER");
    const asked = activity.branches.find(({ branchId }) => branchId === input.branchId);
    if (!asked || !canAnswerForBranch(actor, input.branchId)) throw notFound("活动");
    const until = answerUntil(activity);
    if (actor.day > until) {
      throw new DomainError("WRONG_STATE", `报名已于 ${until} 截止。如需变动，请与活动组织者联系。`);
    }
    if (asked.attendedCount !== null) throw new DomainError("WRONG_STATE", "本支部已登记到场情况，不能再改报名。");
    const comes = input.answer === "COMES";
    const written = await tx.activityBranch.updateMany({
      where: { activityId: activity.id, branchId: input.branchId, attendedCount: null },
      data: comes
        ? { signedUpAt: new Date(), signedUpByName: actor.name, declinedAt: null }
        : { signedUpAt: null, signedUpByName: null, declinedAt: new Date() },
    });
    if (written.count !== 1) throw notFound("活动");
    const names = await bringEnterprises(tx, actor, activity.id, input.branchId, comes ? input.enterpriseIds : []);
    await record({ ...auditSubject(activity), after: { branchId: input.branchId, enterprises: names } });
    return { id: activity.id };
  });
}

/** Of the enterprises the branch covers today exactly the ticked ones are signed up. Returns their names. */
async function bringEnterprises(
  tx: Tx,
  actor: Actor,
  activityId: string,
  branchId: string,
  ticked: string[],
): Promise<string[]> {
  const covered = await tx.enterprise.findMany({
    where: { closedOn: null, coverages: { some: { branchId, ...validOn(actor.day) } } },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  const coming = covered.filter(({ id }) => ticked.includes(id));
  if (coming.length !== new Set(ticked).size) throw notFound("企业");
  const staying = covered.filter(({ id }) => !ticked.includes(id)).map(({ id }) => id);
  const untouched = { activityId, attendedCount: null };
  await tx.activityEnterprise.deleteMany({
    where: { ...untouched, enterpriseId: { in: staying }, isInvited: false },
  });
  await tx.activityEnterprise.updateMany({
    where: { ...untouched, enterpriseId: { in: staying } },
    data: { signedUpAt: null, signedUpByName: null },
  });
  const ids = coming.map(({ id }) => id);
  await tx.activityEnterprise.createMany({
    data: ids.map((enterpriseId) => ({ activityId, enterpriseId, isInvited: false })),
    skipDuplicates: true,
  });
  await tx.activityEnterprise.updateMany({
    where: { ...untouched, enterpriseId: { in: ids }, signedUpAt: null },
    data: { signedUpAt: new Date(), signedUpByName: actor.name },
  });
  return coming.map(({ name }) => name);
}

import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { editableEnterprise, openEnterprise, refuseFuture } from "@/lib/enterprises/commands/editable-enterprise";
import type { JoinedAssociation, LeftAssociation, RemovedAssociation } from "@/lib/enterprises/schema";
import { DomainError } from "@/lib/errors";

/** Records that an enterprise joined the association. Refuses days on which it is a member already. */
export function joinAssociation(actor: Actor, input: JoinedAssociation): Promise<{ id: string }> {
  return command(actor, "enterprise.joinAssociation", input, async (tx, record) => {
    const enterprise = await openEnterprise(tx, actor, input.id);
    const { id, joinedOn } = input;
    refuseFuture(actor, joinedOn, "加入日期");
    await tx.associationMembership.create({ data: { enterpriseId: id, validFrom: toDate(joinedOn) } });
    await record({
      subjectType: "Enterprise",
      subjectId: id,
      subjectName: enterprise.name,
      committeeId: enterprise.committeeId,
      after: { joinedOn },
    });
    return { id };
  });
}

/** Records that an enterprise left the association on a day. Refuses one that is not a member. */
export function leaveAssociation(actor: Actor, input: LeftAssociation): Promise<{ id: string }> {
  return command(actor, "enterprise.leaveAssociation", input, async (tx, record) => {
    const enterprise = await openEnterprise(tx, actor, input.id);
    const { id, leftOn } = input;
    refuseFuture(actor, leftOn, "退出日期");
    const { count } = await tx.associationMembership.updateMany({
      where: { enterpriseId: id, validTo: null },
      data: { validTo: toDate(leftOn) },
    });
    if (count !== 1) throw new DomainError("WRONG_STATE", "该企业现在不是协会会员，不需要登记退出。请刷新页面。");
    await record({
      subjectType: "Enterprise",
      subjectId: id,
      subjectName: enterprise.name,
      committeeId: enterprise.committeeId,
      after: { leftOn },
    });
    return { id };
  });
}

/** Removes a membership that never was: a correction; the trail keeps it. */
export function removeAssociation(actor: Actor, input: RemovedAssociation): Promise<{ id: string }> {
  return command(actor, "enterprise.removeAssociation", input, async (tx, record) => {
    const enterprise = await editableEnterprise(tx, actor, input.id);
    const { id, membershipId } = input;
    const where = { id: membershipId, enterpriseId: id };
    const membership = await tx.associationMembership.findFirst({ where, select: { validFrom: true, validTo: true } });
    const { count } = await tx.associationMembership.deleteMany({ where });
    if (!membership || count !== 1) {
      throw new DomainError("WRONG_STATE", "这条协会会员记录已不存在。请刷新页面。");
    }
    await record({
      subjectType: "Enterprise",
      subjectId: id,
      subjectName: enterprise.name,
      committeeId: enterprise.committeeId,
      before: { joinedOn: toDay(membership.validFrom), leftOn: membership.validTo && toDay(membership.validTo) },
    });
    return { id };
  });
}

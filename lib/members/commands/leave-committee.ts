import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { DomainError } from "@/lib/errors";
import { endEmployment, endMembership, endOffices } from "@/lib/members/commands/dated-entries";
import { auditSubject, claimMember, claimVersion, editableMember } from "@/lib/members/commands/editable-member";
import { branchToJoin } from "@/lib/members/commands/target-places";
import { leaveKindLabels } from "@/lib/members/labels";
import type { DepartedMember, ReturnedMember } from "@/lib/members/schema";

/**
 * Takes a member off the committee's register on a day, with the reason: membership, employment, offices and duties end
 * that day, and the file with its history stays. Refuses a day not after the start of what would end.
 */
export function leaveCommittee(actor: Actor, input: DepartedMember): Promise<{ id: string }> {
  return command(actor, "member.leave", input, async (tx, record) => {
    const member = await claimMember(tx, actor, input);
    const date = toDate(input.on);
    const membership = await endMembership(tx, member.id, input.on);
    const employment = await endEmployment(tx, member.id, input.on);
    const offices = await endOffices(tx, member.id, null, input.on);
    const running = { memberId: member.id, OR: [{ validTo: null }, { validTo: { gt: date } }] };
    await tx.memberDuty.deleteMany({ where: { ...running, validFrom: { gte: date } } });
    const duties = await tx.memberDuty.updateMany({ where: running, data: { validTo: date } });
    const words = leaveKindLabels[input.kind];
    const leaveReason = input.detail ? `${words}：${input.detail}` : words;
    await tx.member.update({ where: { id: member.id }, data: { leftOn: date, leaveReason }, select: { id: true } });
    await record({
      ...auditSubject(member),
      reason: leaveReason,
      before: { membership, employment, offices },
      after: { leftOn: input.on, endedDutyCount: duties.count },
    });
    return { id: member.id };
  });
}

/**
 * Puts a member who had left back on the register, into a branch from a day on where one is chosen. What ended with the
 * leaving stays ended. Refuses a day before the leaving.
 */
export function returnMember(actor: Actor, input: ReturnedMember): Promise<{ id: string }> {
  return command(actor, "member.return", input, async (tx, record) => {
    const member = await editableMember(tx, actor, input.id);
    if (member.leftOn === null) {
      throw new DomainError("WRONG_STATE", `“${member.name}”没有离开登记，不用恢复。请返回党员页面核对。`);
    }
    if (input.on < member.leftOn) {
      throw new DomainError("CONFLICT", `恢复日期不能早于离开日期 ${member.leftOn}。请核对日期。`);
    }
    await claimVersion(tx, member, input.version);
    await tx.member.update({
      where: { id: member.id },
      data: { leftOn: null, leaveReason: null },
      select: { id: true },
    });
    const branch = input.branchId && (await branchToJoin(tx, actor, member.committeeId, input.branchId, input.on));
    if (branch) {
      await tx.membership.create({
        data: { memberId: member.id, branchId: branch.id, validFrom: toDate(input.on) },
        select: { id: true },
      });
    }
    await record({
      ...auditSubject(member),
      reason: input.reason,
      before: { leftOn: member.leftOn, leaveReason: member.leaveReason },
      after: { returnedOn: input.on, branch: branch ? { branchId: branch.id, name: branch.name } : null },
    });
    return { id: member.id };
  });
}

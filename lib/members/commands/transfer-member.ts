import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { DomainError } from "@/lib/errors";
import { endMembership, endOffices } from "@/lib/members/commands/dated-entries";
import { auditSubject, claimMember } from "@/lib/members/commands/editable-member";
import { branchToJoin } from "@/lib/members/commands/target-places";
import type { TransferredMember } from "@/lib/members/schema";

/**
 * Moves a member to another branch of the committee from a day on; offices held in the old branch end that day.
 * Refuses a day not after the start of the present membership, and a branch not there on that day.
 */
export function transferMember(actor: Actor, input: TransferredMember): Promise<{ id: string }> {
  return command(actor, "member.transfer", input, async (tx, record) => {
    const member = await claimMember(tx, actor, input);
    const branch = await branchToJoin(tx, actor, member.committeeId, input.branchId, input.on);
    const left = await endMembership(tx, member.id, input.on);
    if (left?.branchId === branch.id) {
      throw new DomainError("CONFLICT", `“${member.name}”已在“${branch.name}”，不用转接。请选择其他党支部。`);
    }
    const endedOffices = left ? await endOffices(tx, member.id, left.branchId, input.on) : [];
    await tx.membership.create({
      data: { memberId: member.id, branchId: branch.id, validFrom: toDate(input.on) },
      select: { id: true },
    });
    await record({
      ...auditSubject(member),
      ...(input.reason ? { reason: input.reason } : {}),
      before: left ?? {},
      after: { branchId: branch.id, branchName: branch.name, validFrom: input.on, endedOffices },
    });
    return { id: member.id };
  });
}

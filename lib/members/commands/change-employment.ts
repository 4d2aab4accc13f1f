import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { DomainError } from "@/lib/errors";
import { endEmployment } from "@/lib/members/commands/dated-entries";
import { auditSubject, claimMember } from "@/lib/members/commands/editable-member";
import { enterpriseNamed } from "@/lib/members/commands/target-places";
import type { ChangedEmployment } from "@/lib/members/schema";

/**
 * Records another employer or another post from a day on; without an employer the member works nowhere from then.
 * Refuses a day not after the start of the present employment, and an enterprise closed by that day.
 */
export function changeEmployment(actor: Actor, input: ChangedEmployment): Promise<{ id: string }> {
  return command(actor, "member.changeEmployment", input, async (tx, record) => {
    const member = await claimMember(tx, actor, input);
    const { on, post, isManagement } = input;
    const enterprise = input.employer && (await enterpriseNamed(tx, actor, member.committeeId, input.employer, on));
    const left = await endEmployment(tx, member.id, on);
    if (!enterprise && !left) {
      throw new DomainError("WRONG_STATE", `“${member.name}”当日没有工作单位，不用变更。请填写新的工作单位。`);
    }
    const isSame = enterprise && left?.enterpriseId === enterprise.id;
    if (isSame && left.post === post && left.isManagement === isManagement) {
      throw new DomainError("CONFLICT", "工作单位和职务与现在相同，没有变更。请核对后再保存。");
    }
    if (enterprise) {
      await tx.employment.create({
        data: { memberId: member.id, enterpriseId: enterprise.id, post, isManagement, validFrom: toDate(on) },
        select: { id: true },
      });
    }
    await record({
      ...auditSubject(member),
      before: left ?? {},
      after: enterprise
        ? { enterpriseId: enterprise.id, enterpriseName: enterprise.name, post, isManagement, validFrom: on }
        : { enterpriseId: null, validTo: on },
    });
    return { id: member.id };
  });
}

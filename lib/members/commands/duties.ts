import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate, toDay } from "@/lib/calendar";
import { DomainError, notFound } from "@/lib/errors";
import { auditSubject, claimMember } from "@/lib/members/commands/editable-member";
import type { EndedDuty, RecordedDuty } from "@/lib/members/schema";

/** Records that a member holds a duty from a day on. Refuses the same duty twice at one time. */
export function recordDuty(actor: Actor, input: RecordedDuty): Promise<{ id: string }> {
  return command(actor, "member.recordDuty", input, async (tx, record) => {
    const member = await claimMember(tx, actor, input);
    const { duty, validFrom } = input;
    await tx.memberDuty.create({
      data: { memberId: member.id, duty, validFrom: toDate(validFrom) },
      select: { id: true },
    });
    await record({ ...auditSubject(member), after: { duty, validFrom } });
    return { id: member.id };
  });
}

/** Ends a duty on a day. Refuses one that has ended, and a day not after its beginning. */
export function endDuty(actor: Actor, input: EndedDuty): Promise<{ id: string }> {
  return command(actor, "member.endDuty", input, async (tx, record) => {
    const member = await claimMember(tx, actor, input);
    const held = await tx.memberDuty.findFirst({
      where: { id: input.entryId, memberId: member.id },
      select: { id: true, duty: true, validFrom: true, validTo: true },
    });
    if (!held) throw notFound("职责");
    if (held.validTo !== null) {
      throw new DomainError("WRONG_STATE", `该职责已于 ${toDay(held.validTo)} 结束。如果日期有误，请在党员页面更正。`);
    }
    await tx.memberDuty.update({
      where: { id: held.id },
      data: { validTo: toDate(input.on) },
      select: { id: true },
    });
    await record({
      ...auditSubject(member),
      before: { duty: held.duty, validFrom: toDay(held.validFrom) },
      after: { duty: held.duty, validTo: input.on },
    });
    return { id: member.id };
  });
}

import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { auditSubject, lockLiveBranch, refuseOutside } from "@/lib/branches/commands/load-branch";
import { officerPostLabels } from "@/lib/branches/labels";
import type { NewOfficer } from "@/lib/branches/schema";
import { type Day, formatDayInText, toDate, toDay, validOn } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { visibleMembers } from "@/lib/members/policy";

/**
 * Gives a post in the branch to one of its full members from a day on (党章 and 基层组织选举工作条例: a probationary
 * member cannot be elected). `replaces` ends whoever holds the post, on the same day.
 * Refuses who did not belong to the branch on that day or was not yet a full member.
 */
export function appointOfficer(actor: Actor, input: NewOfficer): Promise<{ id: string }> {
  return command(actor, "branch.appoint-officer", input, async (tx, record) => {
    const branch = await lockLiveBranch(tx, actor, input.branchId);
    const { memberId, post, validFrom } = input;
    refuseOutside(branch, actor, "任职日期", validFrom);
    const name = await electableName(tx, actor, branch.id, memberId, validFrom);
    const replaced = input.replaces ? await endIncumbents(tx, branch.id, post, validFrom) : [];
    await tx.branchOfficer.create({
      data: { branchId: branch.id, memberId, post, validFrom: toDate(validFrom) },
      select: { id: true },
    });
    await record({
      ...auditSubject(branch),
      after: { post: officerPostLabels[post], memberId, name, validFrom, replaced },
    });
    return { id: branch.id };
  });
}

async function electableName(tx: Tx, actor: Actor, branchId: string, memberId: string, day: Day): Promise<string> {
  const member = await tx.member.findFirst({
    where: { AND: [visibleMembers(actor), { id: memberId, memberships: { some: { branchId, ...validOn(day) } } }] },
    select: { name: true, stage: true, becameFullOn: true },
  });
  if (!member) {
    throw new DomainError(
      "CONFLICT",
      `所选人员在${formatDayInText(day)}不是本支部的党员。请核对任职日期，或先在党员页把组织关系转入本支部。`,
    );
  }
  const isFull = member.stage === "FULL" && (!member.becameFullOn || toDay(member.becameFullOn) <= day);
  if (!isFull) {
    throw new DomainError(
      "WRONG_STATE",
      `“${member.name}”当日还不是正式党员，没有被选举权。请选择正式党员或核对任职日期。`,
    );
  }
  return member.name;
}

async function endIncumbents(tx: Tx, branchId: string, post: NewOfficer["post"], day: Day): Promise<string[]> {
  const where = { branchId, post, validFrom: { lt: toDate(day) }, validTo: null };
  const incumbents = await tx.branchOfficer.findMany({ where, select: { member: { select: { name: true } } } });
  await tx.branchOfficer.updateMany({ where, data: { validTo: toDate(day) } });
  return incumbents.map(({ member }) => member.name);
}
